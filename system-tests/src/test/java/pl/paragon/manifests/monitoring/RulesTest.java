package pl.paragon.manifests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Node;
import pl.paragon.runtime.metrics.Metric;

/** The alerts. What they say of which values is tested by promtool, in rules.test.yaml. */
class RulesTest {

    private static final Path FOLDER = Checkout.ROOT.resolve("monitoring/prometheus");
    private static final Pattern METRIC = Pattern.compile("\\bparagon_[a-z_]+");

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldHaveARunbook(Node alert) {
        // given
        String page = alert.at("annotations", "runbook").text();

        // when, then
        assertThat(page).startsWith("docs/runbooks.md#");
        assertThat(Checkout.text("docs/runbooks.md").lines())
                .filteredOn(line -> line.startsWith("## "))
                .extracting(line -> line.substring(3).toLowerCase(Locale.ROOT))
                .contains(page.substring(page.indexOf('#') + 1));
        assertThat(Checkout.text("docs/runbooks.md"))
                .as("the page names its alert")
                .contains(alert.at("alert").text());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldWakeSomebodyOnlyForWhatLasts(Node alert) {
        assertThat(alert.at("labels", "severity").text()).isIn("page", "ticket");
        assertThat(alert.at("for").text()).matches("[0-9]+[mh]");
        assertThat(alert.at("annotations", "summary").text()).isNotBlank();
    }

    @Test
    void shouldAskForMetricsThatExist() {
        // given
        Set<String> metrics =
                Arrays.stream(Metric.values()).map(Metric::prometheusName).collect(Collectors.toSet());

        // when
        List<String> asked = rules().flatMap(
                        rule -> METRIC.matcher(rule.at("expr").text()).results())
                .map(MatchResult::group)
                .filter(name -> !name.equals("paragon_")) // of a pattern
                .toList();

        // then
        assertThat(asked).isNotEmpty();
        assertThat(metrics).containsAll(asked);
    }

    @Test
    void shouldSayWhatItsTestsExpect() throws IOException, InterruptedException {
        assumeThat(installed("promtool")).as("promtool is installed").isTrue();

        Process tests = new ProcessBuilder("promtool", "test", "rules", "rules.test.yaml")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(said).isZero();
    }

    @Test
    void shouldBeTheSameInACluster() {
        assertThat(Checkout.yaml("k8s/components/alerts/rules.yaml").at("spec", "groups"))
                .isEqualTo(Checkout.yaml("monitoring/prometheus/rules.yaml").at("groups"));
    }

    @Test
    void shouldTestEachAlert() {
        // when
        Set<String> tested = Checkout.yaml("monitoring/prometheus/rules.test.yaml").at("tests").items().stream()
                .flatMap(test -> test.at("alert_rule_test").items().stream())
                .filter(expectation -> !expectation.at("exp_alerts").items().isEmpty())
                .map(expectation -> expectation.at("alertname").text())
                .collect(Collectors.toSet());

        // then
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        alerts().map(alert -> alert.at("alert").text()).toList());
    }

    private static Stream<Node> alerts() {
        return rules().filter(rule -> rule.at("alert").isThere());
    }

    private static Stream<Node> rules() {
        return Checkout.yaml("monitoring/prometheus/rules.yaml").at("groups").items().stream()
                .flatMap(group -> group.at("rules").items().stream());
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
    }
}
