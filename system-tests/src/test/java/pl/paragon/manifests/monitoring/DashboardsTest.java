package pl.paragon.manifests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Node;
import pl.paragon.manifests.monitoring.grafana.Dashboard;
import pl.paragon.runtime.metrics.Metric;

/** The dashboards that are checked in. */
class DashboardsTest {

    private static final String FOLDER = "monitoring/grafana/dashboards";
    private static final List<Dashboard> DASHBOARDS = List.of(
            UsersDashboard.dashboard(),
            PipelineDashboard.dashboard(),
            WorkersDashboard.dashboard(),
            ReadingDashboard.dashboard(),
            ServersDashboard.dashboard());

    private static final Map<String, Metric> METRICS = metrics();
    /** Prometheus adds these, and a histogram's bucket has its bound. */
    private static final Set<String> LABELS_OF_ALL = Set.of("job", "namespace", "instance", "le");

    private static final Pattern OURS = Pattern.compile("paragon_\\w+");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_]\\w*)\\{([^}]*)\\}");
    private static final Pattern MATCHED_LABEL = Pattern.compile("(\\w+)[=!]~?\"");
    private static final Pattern KEPT_LABELS = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    /** What a panel asks Prometheus, and where it stands. */
    private record Asked(String place, String expression, String legend) {

        Stream<String> found(Pattern pattern) {
            return pattern.matcher(expression).results().map(MatchResult::group);
        }

        /** Every series that it selects: name and matchers. */
        Stream<MatchResult> selectors() {
            return SELECTOR.matcher(expression).results();
        }

        Set<String> keptLabels() {
            return KEPT_LABELS
                    .matcher(expression)
                    .results()
                    .flatMap(by -> Arrays.stream(by.group(1).split(", *")))
                    .filter(label -> !label.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @BeforeAll
    static void writeAnewIfAsked() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            for (Dashboard dashboard : DASHBOARDS) {
                Files.writeString(Checkout.ROOT.resolve(file(dashboard)), dashboard.json());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldBeWhatTheCodeRenders(Dashboard dashboard) {
        assertThat(Checkout.ROOT.resolve(file(dashboard)))
                .as("write it anew with -Dgolden.write=true")
                .hasContent(dashboard.json());
    }

    @Test
    void shouldBeAllThatAreCheckedIn() {
        assertThat(Checkout.files(FOLDER, ".json"))
                .extracting(file -> Checkout.ROOT.relativize(file).toString())
                .containsExactlyInAnyOrderElementsOf(
                        DASHBOARDS.stream().map(DashboardsTest::file).toList());
    }

    @ParameterizedTest
    @EnumSource
    void shouldCallAMetricAsItsPageDoes(Metric metric) {
        assertThat(Checkout.text("docs/metrics.md"))
                .contains("| `" + Series.of(metric).name() + "` |");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldAskForMetricsThatExist(Dashboard dashboard) {
        assertThat(asked(dashboard)).isNotEmpty().allSatisfy(query -> assertThat(query.found(OURS))
                .as("Metric has no such name: %s", query)
                .allMatch(METRICS::containsKey));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldSelectByLabelsThatTheMetricHas(Dashboard dashboard) {
        assertThat(asked(dashboard)).allSatisfy(query -> assertThat(query.selectors())
                .filteredOn(selector -> METRICS.containsKey(selector.group(1)))
                .allSatisfy(selector -> assertThat(MATCHED_LABEL
                                .matcher(selector.group(2))
                                .results()
                                .map(match -> match.group(1)))
                        .as("labels of %s", selector.group())
                        .isSubsetOf(labels(Stream.of(selector.group(1))))));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldKeepLabelsThatItsMetricsHave(Dashboard dashboard) {
        assertThat(asked(dashboard))
                .filteredOn(query -> query.selectors().allMatch(selector -> METRICS.containsKey(selector.group(1))))
                .allSatisfy(query -> assertThat(query.keptLabels())
                        .as(query.toString())
                        .isSubsetOf(labels(query.selectors().map(selector -> selector.group(1)))));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldSelectNothingButTheReadersJobsAndNamespaces(Dashboard dashboard) {
        assertThat(asked(dashboard)).allSatisfy(query -> {
            assertThat(query.selectors()).as(query.toString()).isNotEmpty().allSatisfy(selector -> assertThat(
                            selector.group(2))
                    .startsWith("job=~\"$job\",namespace=~\"$namespace|\""));
            assertThat(query.found(OURS))
                    .as("every series has a selector")
                    .hasSameSizeAs(query.selectors()
                            .filter(selector -> selector.group(1).startsWith("paragon_"))
                            .toList());
        });
    }

    @Test
    void shouldFitPrometheusThatKnowsOtherNamesOrNoNamespaces() {
        assertThat(DASHBOARDS).allSatisfy(dashboard -> {
            Map<String, Node> variables = model(dashboard).at("templating", "list").items().stream()
                    .collect(Collectors.toMap(variable -> variable.at("name").text(), variable -> variable));
            assertThat(variables).containsOnlyKeys("datasource", "namespace", "job");
            assertThat(variables.get("namespace").at("allValue").text()).isEqualTo(".*");
            assertThat(List.of("namespace", "job")).allSatisfy(name -> assertThat(OURS.matcher(
                                    variables.get(name).at("query", "query").text())
                            .results()
                            .map(MatchResult::group))
                    .isNotEmpty()
                    .allMatch(METRICS::containsKey));
            assertThat(panels(dashboard))
                    .extracting(panel -> panel.at("datasource", "uid").text())
                    .containsOnly("${datasource}");
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldSayOfEveryPanelInOneSentenceWhatToDo(Dashboard dashboard) {
        assertThat(panels(dashboard))
                .allSatisfy(panel -> assertThat(panel.at("description").text())
                        .as(panel.at("title").text())
                        .matches("If [^,]+, [^\\n]+\\.")
                        .doesNotContain(". "));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldGiveEveryPanelAUnitAndEveryLineALegend(Dashboard dashboard) {
        assertThat(panels(dashboard)).allSatisfy(panel -> assertThat(
                        panel.at("fieldConfig", "defaults", "unit").text())
                .as(panel.at("title").text())
                .isNotBlank());
        assertThat(asked(dashboard)).allSatisfy(query -> {
            assertThat(query.legend()).as(query.place()).isNotBlank();
            assertThat(LEGEND_LABEL.matcher(query.legend()).results().map(label -> label.group(1)))
                    .as("labels in the legend of %s", query)
                    .containsExactlyInAnyOrderElementsOf(query.keptLabels().stream()
                            .filter(label -> !label.equals("le"))
                            .toList());
        });
    }

    @Test
    void shouldHaveAddressesOfTheirOwn() {
        assertThat(DASHBOARDS)
                .extracting(dashboard -> model(dashboard).at("uid").text())
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("paragon-[a-z]+"));
        assertThat(DASHBOARDS).allSatisfy(dashboard -> assertThat(
                        model(dashboard).at("panels").items())
                .extracting(panel -> panel.at("id").value())
                .doesNotHaveDuplicates());
    }

    private static List<Dashboard> dashboards() {
        return DASHBOARDS;
    }

    private static String file(Dashboard dashboard) {
        return FOLDER + "/" + dashboard.name() + ".json";
    }

    /** As it is checked in: JSON is YAML, too. */
    private static Node model(Dashboard dashboard) {
        return Checkout.yaml(file(dashboard));
    }

    private static List<Node> panels(Dashboard dashboard) {
        return model(dashboard).at("panels").items().stream()
                .filter(panel -> !panel.at("type").text().equals("row"))
                .toList();
    }

    private static List<Asked> asked(Dashboard dashboard) {
        return panels(dashboard).stream()
                .flatMap(panel -> panel.at("targets").items().stream()
                        .map(target -> new Asked(
                                panel.at("title").text(),
                                target.at("expr").text(),
                                target.at("legendFormat").text())))
                .toList();
    }

    private static Set<String> labels(Stream<String> names) {
        return Stream.concat(
                        LABELS_OF_ALL.stream(),
                        names.flatMap(name -> Optional.ofNullable(METRICS.get(name)).stream())
                                .flatMap(metric -> metric.labels().stream()))
                .collect(Collectors.toSet());
    }

    /** By the names that Prometheus is shown. */
    private static Map<String, Metric> metrics() {
        Map<String, Metric> metrics = new HashMap<>();
        for (Metric metric : Metric.values()) {
            Series series = Series.of(metric);
            switch (metric.kind()) {
                case COUNTER, GAUGE -> metrics.put(series.name(), metric);
                case TIMER ->
                    Stream.of(series.counts(), series.sums(), series.buckets(), series.slowest())
                            .forEach(part -> metrics.put(part.name(), metric));
            }
        }
        return metrics;
    }
}
