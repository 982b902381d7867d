package pl.paragon.manifests.monitoring;

/**
 * The expressions that dashboards are made of. {@code by} lists the labels that are kept, as in PromQL. Grafana sets
 * {@code $__rate_interval} to several scrapes.
 */
final class PromQl {

    private static final String RATE_INTERVAL = "$__rate_interval";

    private PromQl() {}

    static String sum(Series gauge) {
        return "sum(%s)".formatted(gauge);
    }

    static String sum(String by, Series gauge) {
        return "sum by (%s) (%s)".formatted(by, gauge);
    }

    /** What several gateways show of the same thing is not added up. */
    static String max(Series gauge) {
        return "max(%s)".formatted(gauge);
    }

    static String max(String by, Series gauge) {
        return "max by (%s) (%s)".formatted(by, gauge);
    }

    static String min(Series gauge) {
        return "min(%s)".formatted(gauge);
    }

    static String perMinute(Series counter) {
        return "sum(rate(%s[%s])) * 60".formatted(counter, RATE_INTERVAL);
    }

    static String perMinute(String by, Series counter) {
        return perSecond(by, counter) + " * 60";
    }

    static String perSecond(String by, Series counter) {
        return "sum by (%s) (rate(%s[%s]))".formatted(by, counter, RATE_INTERVAL);
    }

    static String increase(Series counter, String window) {
        return "sum(increase(%s[%s]))".formatted(counter, window);
    }

    static String increase(String by, Series counter, String window) {
        return "sum by (%s) (increase(%s[%s]))".formatted(by, counter, window);
    }

    /** How long it took on average; 0 while nothing was timed. */
    static String mean(String by, Series timer) {
        return "%s / (%s > 0) or %s * 0"
                .formatted(perSecond(by, timer.sums()), perSecond(by, timer.counts()), perSecond(by, timer.counts()));
    }

    /** Within which time so many of all were done, e.g. 0.95; 0 while nothing was timed. */
    static String quantile(double share, String by, Series timer) {
        String labels = by.isEmpty() ? "le" : by + ", le";
        return "histogram_quantile(%s, %s) >= 0 or %s * 0"
                .formatted(share, perSecond(labels, timer.buckets()), perSecond(by, timer.counts()));
    }

    /** Each one's share of all. */
    static String shares(String by, Series counter) {
        return "%s / on () group_left () (sum(rate(%s[%s])) > 0) or %s * 0"
                .formatted(perSecond(by, counter), counter, RATE_INTERVAL, perSecond(by, counter));
    }

    /** 0 as long as nothing counts it. */
    static String orZero(String expression) {
        return expression + " or vector(0)";
    }

    /** 0 for {@code none} as long as there is no series. */
    static String orNone(String label, String expression) {
        return "%s or on () label_replace(vector(0), \"%s\", \"none\", \"\", \"\")".formatted(expression, label);
    }

    /** Leaves out what is 0; if everything is, 0 for {@code none}. */
    static String aboveZero(String label, String expression) {
        return orNone(label, expression + " > 0");
    }
}
