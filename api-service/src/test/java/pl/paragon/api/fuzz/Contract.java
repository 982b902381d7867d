package pl.paragon.api.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pl.paragon.contracts.json.Json;

/** The OpenAPI document as a judge of answers. */
public final class Contract {

    private static final String ID = "https://paragon.example/openapi";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Any request can be too strange for any endpoint; these need not be listed at each of them. */
    private static final Set<Integer> REFUSALS_OF_ANY_REQUEST =
            Set.of(400, 401, 403, 404, 405, 406, 411, 413, 414, 415, 416, 417, 426, 429, 431);

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, document.toString()))));
    }

    public static Contract load() {
        try (var in = Contract.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new Contract(YAMLMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    /** What is wrong with the answer; empty if the document allows it. */
    public Optional<String> complaint(FuzzedRequest request, Answer answer) {
        if (answer.status() >= 500) {
            return Optional.of("status " + answer.status());
        }
        if (answer.body().isEmpty()) {
            return Optional.empty();
        }
        if (request.operation().isPresent()) {
            return complaint(request.operation().get(), answer);
        }
        return answer.status() < 400 ? Optional.empty() : invalid(errorSchema(answer), answer);
    }

    private Optional<String> complaint(Operation operation, Answer answer) {
        JsonPointer responses = JsonPointer.empty()
                .appendProperty("paths")
                .appendProperty(operation.path())
                .appendProperty(operation.method().toLowerCase(java.util.Locale.ROOT))
                .appendProperty("responses");
        JsonPointer response = resolve(responses.appendProperty(String.valueOf(answer.status())));
        if (document.at(response) instanceof MissingNode) {
            return REFUSALS_OF_ANY_REQUEST.contains(answer.status())
                    ? invalid(errorSchema(answer), answer)
                    : Optional.of("status " + answer.status() + " is not documented");
        }
        JsonPointer content = response.appendProperty("content").appendProperty(answer.mediaType());
        if (document.at(content) instanceof MissingNode) {
            return Optional.of(
                    "status %d has type %s, which is not documented".formatted(answer.status(), answer.mediaType()));
        }
        return answer.mediaType().endsWith("json")
                ? invalid(content.appendProperty("schema").toString(), answer)
                : Optional.empty();
    }

    private static String errorSchema(Answer answer) {
        return "/components/schemas/" + (answer.mediaType().equals("application/problem+json") ? "Problem" : "Error");
    }

    private Optional<String> invalid(String schema, Answer answer) {
        JsonNode body;
        try {
            body = Json.mapper()
                    .readTree(new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return Optional.of("status %d has a body that is no JSON".formatted(answer.status()));
        }
        return compiled.computeIfAbsent(schema, this::compile).validate(body).stream()
                .findFirst()
                .map(violation -> "status %d: %s".formatted(answer.status(), violation.getMessage()));
    }

    private JsonSchema compile(String pointer) {
        return schemas.getSchema(
                SchemaLocation.of(ID + "#" + pointer.replace("{", "%7B").replace("}", "%7D")));
    }

    private JsonPointer resolve(JsonPointer pointer) {
        String reference = document.at(pointer).path("$ref").asText();
        return reference.isEmpty() ? pointer : JsonPointer.compile(reference.substring(1));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private Operation operation(String path, String method, JsonNode description) {
        List<Operation.Parameter> parameters = stream(description.path("parameters"))
                .map(this::resolved)
                .map(Contract::parameter)
                .toList();
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                description.path("requestBody").path("content").properties().stream()
                        .findFirst()
                        .map(content -> body(content.getKey(), content.getValue())));
    }

    private static Operation.Parameter parameter(JsonNode parameter) {
        JsonNode example = parameter.has("example")
                ? parameter.path("example")
                : parameter.path("schema").path("example");
        return new Operation.Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                example.isMissingNode() ? Optional.empty() : Optional.of(example.asText()));
    }

    private Operation.Body body(String mediaType, JsonNode content) {
        JsonNode properties = resolved(content.path("schema")).path("properties");
        List<Operation.Field> fields = properties.properties().stream()
                .map(field -> new Operation.Field(field.getKey(), holdsFiles(field.getValue())))
                .toList();
        ObjectNode made = Json.mapper().createObjectNode();
        properties.properties().forEach(field -> made.set(field.getKey(), sample(resolved(field.getValue()))));
        JsonNode example = content.has("example") ? content.path("example") : made;
        return new Operation.Body(mediaType, example, fields);
    }

    private static boolean holdsFiles(JsonNode field) {
        return field.path("format").asText().equals("binary")
                || field.path("items").path("format").asText().equals("binary");
    }

    private static JsonNode sample(JsonNode schema) {
        if (schema.has("example")) {
            return schema.path("example");
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> Json.mapper().getNodeFactory().numberNode(1);
            case "number" -> Json.mapper().getNodeFactory().numberNode(1.5);
            case "boolean" -> Json.mapper().getNodeFactory().booleanNode(true);
            case "array" -> Json.mapper().createArrayNode();
            case "object" -> Json.mapper().createObjectNode();
            default -> Json.mapper().getNodeFactory().textNode("x");
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
