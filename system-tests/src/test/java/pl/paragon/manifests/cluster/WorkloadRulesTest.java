package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.manifests.Checkout;

/** What every workload of every tree has. */
class WorkloadRulesTest {

    private static final String OCR = "ocr-worker/src/main/java/pl/paragon/ocr/OcrConfig.java";
    private static final String STAGE = "worker-runtime/src/main/java/pl/paragon/worker/stage/StageConfig.java";
    /** How long a JVM with nothing left to do may take to end, at the most. */
    private static final Duration END = Duration.ofSeconds(15);

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldSayWhenItIsReadyAndWhatItNeeds(Manifest workload) {
        assertThat(workload.containers()).isNotEmpty().allSatisfy(container -> {
            assertThat(container.at("resources", "requests").keys()).contains("cpu", "memory");
            assertThat(container.at("resources", "limits", "memory").isThere()).isTrue();
            if (!workload.ends()) {
                assertThat(container.keys()).contains("startupProbe", "livenessProbe", "readinessProbe");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldHaveNoRightsOverItsNode(Manifest workload) {
        assertThat(workload.pod().at("securityContext", "runAsNonRoot").value()).isEqualTo(true);
        assertThat(workload.pod()
                        .at("securityContext", "seccompProfile", "type")
                        .text())
                .isEqualTo("RuntimeDefault");
        assertThat(workload.pod().at("automountServiceAccountToken").value()).isEqualTo(false);
        assertThat(Stream.concat(workload.containers().stream(), workload.pod().at("initContainers").items().stream()))
                .extracting(container -> container.at("securityContext"))
                .allSatisfy(context -> {
                    assertThat(context.at("readOnlyRootFilesystem").value()).isEqualTo(true);
                    assertThat(context.at("allowPrivilegeEscalation").value()).isEqualTo(false);
                    assertThat(context.at("capabilities", "drop").texts()).containsExactly("ALL");
                });
    }

    @ParameterizedTest
    @MethodSource("trees")
    void shouldLetNodesBeDrainedOnePodAtATime(String folder) {
        // given
        List<Manifest> manifests = Kustomization.render(folder);

        // when, then
        assertThat(manifests)
                .filteredOn(manifest -> manifest.workload() && !manifest.ends())
                .allSatisfy(workload -> assertThat(manifests)
                        .filteredOn(manifest -> manifest.kind().equals("PodDisruptionBudget"))
                        .filteredOn(budget -> budget.spec("selector", "matchLabels")
                                .textEntries()
                                .equals(workload.podLabels()))
                        .singleElement()
                        .satisfies(budget -> assertThat(
                                        budget.spec("maxUnavailable").value())
                                .isEqualTo(1)));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldBeSpreadOverNodesAndZones(Manifest workload) {
        if (workload.kind().equals("Deployment")) {
            assertThat(workload.pod().at("topologySpreadConstraints").items())
                    .allSatisfy(spread -> assertThat(
                                    spread.at("labelSelector", "matchLabels").textEntries())
                            .isEqualTo(workload.podLabels()))
                    .extracting(spread -> spread.at("topologyKey").text())
                    .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        }
    }

    @ParameterizedTest
    @MethodSource("trees")
    void shouldLetWorkersFinishWhatTheyHaveInHand(String folder) {
        assertThat(Kustomization.render(folder))
                .filteredOn(manifest ->
                        manifest.kind().equals("Deployment") && manifest.name().endsWith("-worker"))
                .hasSize(3)
                .allSatisfy(worker -> assertThat(grace(worker))
                        .isGreaterThanOrEqualTo(drain(worker).plus(END)));
    }

    @Test
    void shouldGivePagesTheTimeThatTheyMayTake() {
        // given
        Manifest ocr = find("ocr-worker");

        // when, then
        assertThat(drain(ocr)).isGreaterThanOrEqualTo(standard(OCR, "pageDeadline"));
        assertThat(grace(ocr))
                .isGreaterThanOrEqualTo(
                        drain(ocr).plus(standard(OCR, "stopGrace")).plus(END));
    }

    @Test
    void shouldKeepTwoGateways() {
        // given
        Manifest gateway = find("api-service");

        // when, then
        assertThat(gateway.spec("replicas").isThere())
                .as("it is the autoscaler's")
                .isFalse();
        assertThat(Kustomization.render("k8s/base"))
                .filteredOn(manifest -> manifest.kind().equals("HorizontalPodAutoscaler"))
                .singleElement()
                .satisfies(scaling -> {
                    assertThat(scaling.spec("scaleTargetRef", "name").text()).isEqualTo(gateway.name());
                    assertThat((int) scaling.spec("minReplicas").value()).isGreaterThanOrEqualTo(2);
                });
    }

    private static List<String> trees() {
        return Trees.all();
    }

    private static Stream<Manifest> workloads() {
        return trees().stream()
                .flatMap(folder -> Kustomization.render(folder).stream())
                .filter(Manifest::workload);
    }

    private static Manifest find(String deployment) {
        return Kustomization.render("k8s/base").stream()
                .filter(manifest -> manifest.toString().equals("Deployment " + deployment))
                .findFirst()
                .orElseThrow();
    }

    private static Duration grace(Manifest workload) {
        return Duration.ofSeconds(
                (int) workload.pod().at("terminationGracePeriodSeconds").value());
    }

    private static Duration drain(Manifest worker) {
        return worker.containers().getFirst().at("env").items().stream()
                .filter(variable -> variable.at("name").text().equals("PARAGON_STAGE_DRAIN"))
                .map(variable -> duration(variable.at("value").text()))
                .findFirst()
                .orElseGet(() -> standard(STAGE, "drain"));
    }

    /** The default of a key, in the interface that declares it. */
    private static Duration standard(String source, String method) {
        Matcher declared = Pattern.compile("@WithDefault\\(\"(\\w+)\"\\)\\s+Duration " + method + "\\(\\)")
                .matcher(Checkout.text(source));
        assertThat(declared.find()).as(method + " in " + source).isTrue();
        return duration(declared.group(1));
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }
}
