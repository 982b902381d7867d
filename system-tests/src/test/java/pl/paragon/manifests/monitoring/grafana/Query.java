package pl.paragon.manifests.monitoring.grafana;

/**
 * A question to Prometheus.
 *
 * @param legend what each line is called, with labels in double braces
 * @param expression in PromQL
 */
public record Query(String legend, String expression) {

    public static Query of(String legend, String expression) {
        return new Query(legend, expression);
    }
}
