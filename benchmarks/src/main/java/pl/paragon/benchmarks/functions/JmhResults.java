package pl.paragon.benchmarks.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import pl.paragon.contracts.json.Json;

/** What JMH writes down, in the form of all benchmarks' results. */
final class JmhResults {

    private static final double KILOBYTE = 1000;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private JmhResults() {}

    /**
     * A figure of one function.
     *
     * @param setting the function and its parameters
     * @param paragonRepeats of each iteration
     */
    record Row(Map<String, Object> setting, String measure, String unit, double paragon, List<Double> paragonRepeats) {}

    /** @param json as JMH writes it with {@code -rf json -prof gc} */
    static List<Row> of(byte[] json) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode result : Json.read(json, JsonNode.class)) {
            Map<String, Object> setting = setting(result);
            JsonNode time = result.required("primaryMetric");
            String unit = time.required("scoreUnit").asText().replace("/op", "");
            rows.add(row(setting, "time", unit, time, 1));
            allocated(result).ifPresent(bytes -> rows.add(row(setting, "allocated", "kB", bytes, KILOBYTE)));
        }
        return rows;
    }

    private static Map<String, Object> setting(JsonNode result) {
        Map<String, Object> setting = new LinkedHashMap<>();
        String name = result.required("benchmark").asText();
        setting.put("of", name.substring(name.lastIndexOf('.') + 1));
        result.path("params")
                .properties()
                .forEach(parameter ->
                        setting.put(parameter.getKey(), parameter.getValue().asText()));
        return setting;
    }

    private static Optional<JsonNode> allocated(JsonNode result) {
        return Optional.of(result.path("secondaryMetrics").path(ALLOCATED)).filter(JsonNode::isObject);
    }

    private static Row row(Map<String, Object> setting, String measure, String unit, JsonNode metric, double divisor) {
        List<Double> repeats = StreamSupport.stream(metric.required("rawData").spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .map(value -> value.asDouble() / divisor)
                .toList();
        return new Row(setting, measure, unit, metric.required("score").asDouble() / divisor, repeats);
    }
}
