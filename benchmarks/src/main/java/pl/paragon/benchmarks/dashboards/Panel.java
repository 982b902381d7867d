package pl.paragon.benchmarks.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel of a dashboard, as Grafana's JSON has it.
 *
 * @param kind {@code row}, {@code stat} or {@code timeseries}
 * @param unit Grafana's, e.g. {@code percentunit}
 * @param place in Grafana's grid of 24 columns
 */
record Panel(String kind, String title, String unit, Place place, List<Query> queries) {

    static final String ROW = "row";
    static final String STAT = "stat";

    record Place(int x, int y, int width, int height) {}

    /** @param legend how a series is called, with {@code {{label}}} for a label's value */
    record Query(String expression, String legend) {}

    static Panel of(JsonNode json) {
        JsonNode place = json.path("gridPos");
        List<Query> queries = new ArrayList<>();
        json.path("targets")
                .forEach(target -> queries.add(new Query(
                        target.path("expr").asText(),
                        target.path("legendFormat").asText())));
        return new Panel(
                json.path("type").asText(),
                json.path("title").asText(),
                json.at("/fieldConfig/defaults/unit").asText(),
                new Place(
                        place.path("x").asInt(),
                        place.path("y").asInt(),
                        place.path("w").asInt(),
                        place.path("h").asInt()),
                queries);
    }
}
