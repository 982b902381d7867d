package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.json.Json;

/**
 * The document is written by hand, as the wire contract was there before the code; here it is held against the code.
 */
class OpenApiTest {

    private final JsonNode document = document();

    @Test
    void shouldDescribeEveryEndpointAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method + " " + path.getKey())));

        assertThat(described).isEqualTo(endpoints());
    }

    @Test
    void shouldQuoteTextWithCommas() {
        // In braces what follows a comma is a key of its own.
        assertThat(keys(document)).noneMatch(key -> key.contains(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "status-success.json, /data/result/analysis, Analysis",
        "status-success.json, /data/result/analysis/items/0, Item",
        "status-success.json, /data/result/analysis/receipts_in_file, ReceiptsInFile",
        "status-success.json, /data/result/analysis/receipts_in_file/others/0, OtherReceipt",
        "status-success.json, /data/result, Result",
        "status-retry.json, /data/retry_info, RetryInfo",
        "status-failure.json, /data/error_details, ErrorDetails",
        "too-large.json, '', Error",
        "receipts.json, '', ReceiptList",
        "receipts.json, /data/receipts/0, ReceiptSummary",
        "receipt.json, /data, SavedReceipt"
    })
    void shouldDescribeEveryFieldAndNoOther(String golden, String pointer, String schema) throws IOException {
        JsonNode body = golden(golden).at(pointer);

        assertThat(names(
                        document.path("components").path("schemas").path(schema).path("properties")))
                .isEqualTo(names(body));
    }

    @ParameterizedTest
    @CsvSource({
        "missing-file.json, 422, example",
        "unsupported-type.json, 400, examples/unsupported-type/value",
        "missing-content-type.json, 400, examples/missing-content-type/value"
    })
    void shouldShowErrorsAsTheyAre(String golden, String status, String where) throws IOException {
        JsonNode example = document.path("paths")
                .path("/api/v3/receipts/process")
                .path("post")
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .at("/" + where);

        assertThat(example).isEqualTo(golden(golden));
    }

    private static Set<String> endpoints() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("pl.paragon.api").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(OpenApiTest::endpoints)
                        .filter(endpoint -> !endpoint.startsWith("get /q/"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpoints(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method(method.getAnnotations()) != null)
                .map(method -> method(method.getAnnotations()) + " " + root
                        + (method.isAnnotationPresent(Path.class)
                                ? method.getAnnotation(Path.class).value()
                                : ""));
    }

    private static String method(Annotation[] annotations) {
        for (var annotation : annotations) {
            HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (method != null) {
                return method.value().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static Stream<String> keys(JsonNode node) {
        return Stream.concat(
                names(node).stream(),
                StreamSupport.stream(node.spliterator(), false).flatMap(OpenApiTest::keys));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode golden(String name) throws IOException {
        return Json.mapper().readTree(Files.readString(java.nio.file.Path.of("src/test/resources/golden", name)));
    }

    private static JsonNode document() {
        try (var in = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
