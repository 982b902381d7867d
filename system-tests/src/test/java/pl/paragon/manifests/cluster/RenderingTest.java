package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import pl.paragon.manifests.Node;

/** What would be applied, as kubectl sees it and by the types of Kubernetes and its operators. */
class RenderingTest {

    @ParameterizedTest
    @MethodSource("trees")
    void shouldHaveOnlyFieldsThatExist(String folder) {
        assertThat(Kustomization.render(folder)).isNotEmpty().allSatisfy(Types::check);
    }

    @Test
    void shouldRefuseAFieldThatDoesNotExist() {
        // given
        Manifest misspelt = new Manifest(new Node(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", "x"),
                "spec",
                Map.of("prots", List.of()))));

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Types.check(misspelt))
                .withMessageContaining("prots");
    }

    @ParameterizedTest
    @MethodSource("trees")
    void shouldApplyEachObjectOnce(String folder) {
        assertThat(Kustomization.render(folder)).extracting(Manifest::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("trees")
    void shouldRenderAsKubectlDoes(String folder) throws Exception {
        // given
        assumeThat(kubectl()).as("kubectl is installed").isTrue();
        Path output = Files.createTempFile("rendered", ".yaml");

        // when
        int exit = new ProcessBuilder("kubectl", "kustomize", "../" + folder)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();

        // then
        assertThat(exit).isZero();
        try (var reader = Files.newBufferedReader(output)) {
            List<Manifest> theirs = StreamSupport.stream(
                            new Yaml().loadAll(reader).spliterator(), false)
                    .map(Node::new)
                    .map(Manifest::new)
                    .toList();
            assertThat(ordered(Kustomization.render(folder))).isEqualTo(ordered(theirs));
        }
        Files.delete(output);
    }

    private static List<String> trees() {
        return Trees.all();
    }

    private static boolean kubectl() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static Map<String, String> ordered(List<Manifest> manifests) {
        Map<String, String> ordered = new TreeMap<>();
        manifests.forEach(manifest -> ordered.put(
                manifest.toString(), ordered(manifest.node().value()).toString()));
        return ordered;
    }

    /** The order of a map's keys, and of what a list holds by name, says nothing. */
    private static Object ordered(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> ordered = new TreeMap<>();
                map.forEach((key, entry) -> ordered.put(key.toString(), ordered(entry)));
                yield new LinkedHashMap<>(ordered);
            }
            case List<?> list ->
                list.stream()
                        .map(RenderingTest::ordered)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList();
            case null -> "null";
            default -> value;
        };
    }
}
