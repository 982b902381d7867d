package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Deployable;

/** The component that has the analysis ask a language model, on top of the base. */
class ModelTest {

    private static final List<Manifest> RENDERED = Kustomization.render("system-tests/src/test/k8s/model");

    @Test
    void shouldHaveOnlyFieldsThatExist() {
        assertThat(RENDERED).allSatisfy(Types::check);
    }

    @Test
    void shouldSetAsMuchAsTheComposeFileDoes() {
        // given
        List<String> there =
                Checkout.yaml("docker-compose.yml")
                        .at("services", Deployable.ANALYSIS.module(), "environment")
                        .keys()
                        .stream()
                        .filter(key -> key.startsWith("PARAGON_ANALYSIS_"))
                        .toList();

        // when
        Map<String, String> settings = settings();

        // then
        assertThat(settings).containsEntry("PARAGON_ANALYSIS_ENGINE", "hybrid").containsOnlyKeys(there);
    }

    @Test
    void shouldLetTheAnalysisAloneReachIt() {
        // given
        URI model = URI.create(settings().get("PARAGON_ANALYSIS_MODEL_BASE_URL"));
        String[] nameAndNamespace = model.getHost().split("\\.");
        Place server =
                Place.inNamespace(nameAndNamespace[1], "model", Map.of("app.kubernetes.io/name", nameAndNamespace[0]));
        List<Place> places = Stream.concat(
                        Stream.of(server),
                        RENDERED.stream()
                                .filter(Manifest::workload)
                                .map(workload -> Place.inside(workload.name(), workload.podLabels())))
                .toList();

        // when, then
        assertThat(new Network(RENDERED).arrows(places))
                .filteredOn(arrow -> arrow.contains("-> model:"))
                .containsExactly("analysis-worker -> model:" + model.getPort() + "/TCP");
    }

    private static Map<String, String> settings() {
        return RENDERED.stream()
                .filter(object -> object.toString().equals("Deployment " + Deployable.ANALYSIS.module()))
                .flatMap(deployment -> deployment.containers().getFirst().at("env").items().stream())
                .filter(variable -> variable.at("name").text().startsWith("PARAGON_ANALYSIS_"))
                .collect(Collectors.toMap(variable -> variable.at("name").text(), variable -> variable.at("value")
                        .text()));
    }
}
