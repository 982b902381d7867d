package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.event.ConsumerGroup;
import pl.paragon.contracts.job.Stage;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Node;

/** How each pool of workers follows its work. */
class WorkerScalingTest {

    private static final String FOLDER = "k8s/components/worker-scaling";
    /** In how many seconds what waits should be done. */
    private static final int WANTED = 30;

    @Test
    void shouldScaleEveryPoolAndNothingElse() {
        assertThat(Checkout.yaml(FOLDER + "/kustomization.yaml").at("resources").texts())
                .containsExactlyInAnyOrder(
                        "pod-monitor.yaml", "ocr-worker.yaml", "analysis-worker.yaml", "persistence-worker.yaml");
    }

    @Test
    void shouldHaveOnlyFieldsThatExist() {
        assertThat(Checkout.yaml(FOLDER + "/kustomization.yaml").at("resources").texts())
                .allSatisfy(file -> Types.check(new Manifest(Checkout.yaml(FOLDER + "/" + file))));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void shouldCountTheWorkThatWaitsAndRunsInSecondsUnlessTheStageIsPaused(Stage stage) {
        // given
        Node trigger = spec(stage).at("triggers").items().getFirst();
        String labels = "{namespace=\"%s\",stage=\"%s\"}"
                .formatted(
                        Checkout.yaml("k8s/base/kustomization.yaml")
                                .at("namespace")
                                .text(),
                        stage.id());

        // when, then
        assertThat(trigger.at("type").text()).isEqualTo("prometheus");
        assertThat(trigger.at("metricType").text()).isEqualTo("AverageValue");
        assertThat(trigger.at("metadata", "query").text())
                .matches("\\Qmax(paragon_stage_backlog" + labels + " >= 0)"
                        + " * (max(paragon_stage_job_seconds" + labels + " > 0) or vector(\\E\\d+\\Q))"
                        + " * (1 - max(paragon_stage_paused" + labels + "))\\E");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void shouldWantAsManyPodsAsDoTheWorkInThirtySeconds(Stage stage) {
        assertThat(spec(stage)
                        .at("triggers")
                        .items()
                        .getFirst()
                        .at("metadata", "threshold")
                        .value())
                .isEqualTo(String.valueOf(WANTED * atATime(stage)));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void shouldShareThePartitionsEvenlyAtFullStrength(Stage stage) {
        // given
        int most = (int) spec(stage).at("maxReplicaCount").value();

        // when, then
        assertThat(ConsumerGroup.values())
                .filteredOn(group -> group.stage() == stage && !group.id().startsWith("arbiter"))
                .isNotEmpty()
                .allSatisfy(
                        group -> assertThat(group.topic().partitions() % most).isZero());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void shouldNeverBeWithoutAWorkerAndLoseThemSlowly(Stage stage) {
        // given
        Node behavior = spec(stage).at("advanced", "horizontalPodAutoscalerConfig", "behavior");

        // when
        HorizontalPodAutoscalerBehavior read =
                new ObjectMapper().convertValue(behavior.value(), HorizontalPodAutoscalerBehavior.class);

        // then
        assertThat((int) spec(stage).at("minReplicaCount").value()).isPositive();
        assertThat(spec(stage).keys()).doesNotContain("idleReplicaCount");
        assertThat(read.getAdditionalProperties()).isEmpty();
        assertThat(read.getScaleDown().getStabilizationWindowSeconds()).isEqualTo(300);
        assertThat(read.getScaleDown().getPolicies()).singleElement().satisfies(policy -> {
            assertThat(policy.getType()).isEqualTo("Pods");
            assertThat(policy.getValue()).isEqualTo(1);
            assertThat(policy.getPeriodSeconds()).isEqualTo(60);
        });
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void shouldLoseNobodyWhilePrometheusCannotAnswer(Stage stage) {
        // given
        Node fallback = spec(stage).at("fallback");

        // when, then
        assertThat(spec(stage)
                        .at("triggers")
                        .items()
                        .getFirst()
                        .at("metadata", "ignoreNullValues")
                        .value())
                .isEqualTo("false");
        assertThat(fallback.at("behavior").text()).isEqualTo("currentReplicasIfHigher");
        assertThat((int) fallback.at("replicas").value())
                .isBetween((int) spec(stage).at("minReplicaCount").value(), (int)
                        spec(stage).at("maxReplicaCount").value());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void shouldHaveTheNumberOfPodsToItself(Stage stage) {
        assertThat(Checkout.documents("k8s/base/" + worker(stage) + ".yaml")
                        .getFirst()
                        .at("spec", "replicas")
                        .isThere())
                .isFalse();
    }

    private static Node spec(Stage stage) {
        Node object = Checkout.yaml(FOLDER + "/" + worker(stage) + ".yaml");
        assertThat(object.at("spec", "scaleTargetRef").value()).isEqualTo(Map.of("name", worker(stage)));
        return object.at("spec");
    }

    private static String worker(Stage stage) {
        return stage.id() + "-worker";
    }

    /** How many jobs a pod does at a time: as set in its manifest, or in its own properties. */
    private static int atATime(Stage stage) {
        return Checkout.documents("k8s/base/" + worker(stage) + ".yaml")
                .getFirst()
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst()
                .at("env")
                .items()
                .stream()
                .filter(variable -> variable.at("name").text().equals("PARAGON_STAGE_CONCURRENCY"))
                .map(variable -> Integer.valueOf(variable.at("value").text()))
                .findFirst()
                .orElseGet(() -> Integer.valueOf(
                        Checkout.properties(worker(stage) + "/src/main/resources/application.properties")
                                .getProperty("paragon.stage.concurrency")));
    }
}
