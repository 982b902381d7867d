package pl.paragon.benchmarks.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus knows of one series in a range of time.
 *
 * @param seconds since 1970, ascending
 * @param values as many; NaN where there is none
 */
record Series(Map<String, String> labels, double[] seconds, double[] values) {

    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    /** @param json an element of {@code data.result} of {@code query_range} */
    static Series of(JsonNode json) {
        Map<String, String> labels = new HashMap<>();
        json.path("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        JsonNode samples = json.path("values");
        double[] seconds = new double[samples.size()];
        double[] values = new double[samples.size()];
        for (int i = 0; i < samples.size(); i++) {
            seconds[i] = samples.get(i).get(0).asDouble();
            values[i] = number(samples.get(i).get(1).asText());
        }
        return new Series(labels, seconds, values);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf", "-Inf", "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    double last() {
        return values[values.length - 1];
    }

    /** @param legend with {@code {{label}}} for a label's value */
    String name(String legend) {
        return LABEL.matcher(legend)
                .replaceAll(label -> Matcher.quoteReplacement(labels.getOrDefault(label.group(1), "")))
                .strip();
    }
}
