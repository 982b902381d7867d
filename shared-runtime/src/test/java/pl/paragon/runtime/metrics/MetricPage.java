package pl.paragon.runtime.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/metrics.md}. */
final class MetricPage {

    private static final String BEFORE = """
            # Metrics

            What every service shows Prometheus at `/q/metrics`. Made from
            [`Metric`](../shared-runtime/src/main/java/pl/paragon/runtime/metrics/Metric.java), the only way to a metric; write it
            anew with `mvn -pl shared-runtime test -Dtest=MetricPageTest -Dgolden.write=true`.

            Durations are in seconds. A gauge that is not known is NaN. A counter is shown as 0 before it first counts, if its labels
            are known by then. A timer is a histogram: `…_bucket`, `…_count` and `…_sum`.
            """;

    private static final String AFTER = """

            ## Others' metrics

            Quarkus and its libraries add theirs: `http_server_requests_seconds`, `jvm_…`, `process_…`, `kafka_consumer_…` and
            `kafka_producer_…` of every client, `agroal_…` of the pool of connections to PostgreSQL (persistence-worker), and with a
            model `gen_ai_client_operation_duration_seconds`, `gen_ai_client_token_usage_total` (if the server counts tokens) and
            `langchain4j_aiservices_timed_seconds` (analysis-worker).
            """;

    private MetricPage() {}

    static String render() {
        return BEFORE
                + Arrays.stream(Metric.Service.values())
                        .map(MetricPage::section)
                        .collect(Collectors.joining())
                + AFTER;
    }

    private static String section(Metric.Service service) {
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> metric.service() == service)
                .sorted(Comparator.comparing(Metric::id))
                .toList();
        return "\n## " + service.title() + "\n\n| metric | labels | what |\n|---|---|---|\n"
                + metrics.stream().map(MetricPage::row).collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        return "| `%s` | %s | %s |\n"
                .formatted(
                        metric.prometheusName(),
                        metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", ")),
                        metric.help());
    }
}
