package pl.paragon.manifests.monitoring;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.runtime.metrics.Metric;

/**
 * The time series of a metric, of the jobs and namespaces that the reader of a dashboard selected.
 *
 * @param matchers what their labels are to be, beside that
 */
record Series(String name, List<String> matchers) {

    /** The empty alternative also selects what has no such label: Prometheus on one machine sets no namespace. */
    private static final String SELECTED = "job=~\"$job\",namespace=~\"$namespace|\"";

    static Series of(Metric metric) {
        return foreign(metric.prometheusName());
    }

    /** Of a metric that Quarkus or a library shows. */
    static Series foreign(String name) {
        return new Series(name, List.of());
    }

    Series where(String label, String... values) {
        return with(label, values.length == 1 ? "=" : "=~", values);
    }

    Series except(String label, String... values) {
        return with(label, values.length == 1 ? "!=" : "!~", values);
    }

    /** How often a timer timed. */
    Series counts() {
        return new Series(name + "_count", matchers);
    }

    /** The seconds that a timer timed. */
    Series sums() {
        return new Series(name + "_sum", matchers);
    }

    Series buckets() {
        return new Series(name + "_bucket", matchers);
    }

    /** The longest time of the last minutes. */
    Series slowest() {
        return new Series(name + "_max", matchers);
    }

    private Series with(String label, String operator, String... values) {
        String matcher = label + operator + "\"" + String.join("|", values) + "\"";
        return new Series(
                name, Stream.concat(matchers.stream(), Stream.of(matcher)).toList());
    }

    /** In PromQL. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(SELECTED), matchers.stream()).collect(Collectors.joining(",", name + "{", "}"));
    }
}
