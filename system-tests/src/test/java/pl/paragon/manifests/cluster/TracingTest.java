package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Deployable;
import pl.paragon.manifests.Node;

/** The component that has jobs traced, on top of the base. */
class TracingTest {

    private static final List<Manifest> RENDERED = Kustomization.render("system-tests/src/test/k8s/tracing");
    private static final URI ENDPOINT = URI.create(settings().get("PARAGON_TRACING_ENDPOINT"));

    @Test
    void shouldHaveOnlyFieldsThatExist() {
        assertThat(RENDERED).allSatisfy(Types::check);
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldTellEachServiceWhereTheCollectorIs(Deployable service) {
        // given
        Node container = RENDERED.stream()
                .filter(object ->
                        object.kind().equals("Deployment") && object.name().equals(service.module()))
                .findFirst()
                .orElseThrow()
                .pod()
                .at("containers")
                .items()
                .getFirst();

        // when, then
        assertThat(container.at("envFrom").items())
                .extracting(source -> source.at("configMapRef", "name").text())
                .contains("paragon");
    }

    @Test
    void shouldLetEachServiceReachTheCollectorAndNothingElse() {
        // given
        Node policy = Checkout.yaml("k8s/components/tracing/network.yaml").at("spec");
        Node way = policy.at("egress").items().getFirst();
        Node collector = way.at("to").items().getFirst();

        // when, then
        assertThat(policy.at("podSelector", "matchExpressions")
                        .items()
                        .getFirst()
                        .at("values")
                        .texts())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Deployable.values()).map(Deployable::module).toList());
        assertThat(collector.at("podSelector", "matchLabels").textEntries().get("app.kubernetes.io/name")
                        + "."
                        + collector
                                .at("namespaceSelector", "matchLabels")
                                .textEntries()
                                .get("kubernetes.io/metadata.name"))
                .isEqualTo(ENDPOINT.getHost());
        assertThat(way.at("ports").items())
                .extracting(port -> port.at("port").value())
                .containsExactly(ENDPOINT.getPort());
    }

    private static Map<String, String> settings() {
        return RENDERED.stream()
                .filter(object ->
                        object.kind().equals("ConfigMap") && object.name().equals("paragon"))
                .findFirst()
                .orElseThrow()
                .node()
                .at("data")
                .textEntries();
    }
}
