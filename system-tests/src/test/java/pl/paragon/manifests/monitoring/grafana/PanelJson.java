package pl.paragon.manifests.monitoring.grafana;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.manifests.monitoring.grafana.Panel.Kind;
import pl.paragon.manifests.monitoring.grafana.Panel.Limit;

/** Grafana's JSON model of a panel. */
final class PanelJson {

    private PanelJson() {}

    static JsonObject model(Panel panel, JsonObject position) {
        return JsonObject.of("id", panel.id())
                .with("type", panel.kind().type())
                .with("title", panel.title())
                .with("description", panel.description())
                .with("datasource", Variables.selectedSource())
                .with("gridPos", position)
                .with("fieldConfig", JsonObject.of("defaults", field(panel)).with("overrides", List.of()))
                .with("options", options(panel.kind()))
                .with("targets", targets(panel));
    }

    private static JsonObject field(Panel panel) {
        JsonObject field = JsonObject.of("unit", panel.unit().id()).with("thresholds", thresholds(panel));
        return switch (panel.kind()) {
            case NUMBER -> field.with("color", JsonObject.of("mode", "thresholds"));
            case GRAPH -> lines(field, "none", 10);
            case STACK -> lines(field, "normal", 40);
        };
    }

    private static JsonObject lines(JsonObject field, String stacking, int fillOpacity) {
        return field.with("color", JsonObject.of("mode", "palette-classic"))
                .with("min", 0)
                .with(
                        "custom",
                        JsonObject.of("drawStyle", "line")
                                .with("lineWidth", 1)
                                .with("fillOpacity", fillOpacity)
                                .with("showPoints", "auto")
                                .with("spanNulls", false)
                                .with(
                                        "stacking",
                                        JsonObject.of("mode", stacking).with("group", "A"))
                                .with("thresholdsStyle", JsonObject.of("mode", "off")));
    }

    private static JsonObject thresholds(Panel panel) {
        List<JsonObject> steps = new ArrayList<>();
        steps.add(step(panel.limit().filter(Limit::badBelow).isPresent() ? "red" : "green", null));
        panel.limit().ifPresent(limit -> steps.add(step(limit.badBelow() ? "green" : "red", limit.value())));
        return JsonObject.of("mode", "absolute").with("steps", steps);
    }

    /** @param from {@code null} for the lowest */
    private static JsonObject step(String color, Double from) {
        return JsonObject.of("color", color).with("value", from);
    }

    private static JsonObject options(Kind kind) {
        return switch (kind) {
            case NUMBER ->
                JsonObject.of("reduceOptions", newest())
                        .with("colorMode", "value")
                        .with("graphMode", "none")
                        .with("justifyMode", "auto")
                        .with("orientation", "auto")
                        .with("textMode", "auto");
            case GRAPH, STACK ->
                JsonObject.of("legend", legend())
                        .with("tooltip", JsonObject.of("mode", "multi").with("sort", "desc"));
        };
    }

    private static JsonObject newest() {
        return JsonObject.of("calcs", List.of("lastNotNull")).with("fields", "").with("values", false);
    }

    private static JsonObject legend() {
        return JsonObject.of("displayMode", "table")
                .with("placement", "bottom")
                .with("showLegend", true)
                .with("calcs", List.of("lastNotNull", "max"));
    }

    private static List<JsonObject> targets(Panel panel) {
        boolean now = panel.kind() == Kind.NUMBER;
        List<JsonObject> targets = new ArrayList<>();
        for (Query query : panel.queries()) {
            targets.add(JsonObject.of("refId", String.valueOf((char) ('A' + targets.size())))
                    .with("datasource", Variables.selectedSource())
                    .with("editorMode", "code")
                    .with("expr", query.expression())
                    .with("legendFormat", query.legend())
                    .with("instant", now)
                    .with("range", !now));
        }
        return targets;
    }
}
