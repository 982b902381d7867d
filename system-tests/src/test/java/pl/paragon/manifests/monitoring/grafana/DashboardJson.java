package pl.paragon.manifests.monitoring.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Grafana's JSON model of a dashboard. It was checked once against the types of {@code @grafana/schema} 13.2.3. */
final class DashboardJson {

    private static final int SCHEMA_VERSION = 41;
    private static final int COLUMNS = 24;
    private static final String TAG = "paragon";

    private DashboardJson() {}

    static String render(Dashboard dashboard) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(model(dashboard)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject model(Dashboard dashboard) {
        return JsonObject.of("uid", TAG + "-" + dashboard.name())
                .with("title", "Paragon: " + dashboard.title())
                .with("description", dashboard.description())
                .with("tags", List.of(TAG))
                .with("schemaVersion", SCHEMA_VERSION)
                .with("editable", false)
                .with("graphTooltip", 1) // one crosshair for all panels
                .with("timezone", "browser")
                .with("time", JsonObject.of("from", "now-3h").with("to", "now"))
                .with("refresh", "30s")
                .with("links", List.of(toTheOthers()))
                .with("annotations", JsonObject.of("list", List.of()))
                .with("templating", JsonObject.of("list", Variables.all()))
                .with("panels", panels(dashboard.rows()));
    }

    private static JsonObject toTheOthers() {
        return JsonObject.of("type", "dashboards")
                .with("title", "Paragon")
                .with("tags", List.of(TAG))
                .with("asDropdown", false)
                .with("includeVars", true)
                .with("keepTime", true)
                .with("targetBlank", false)
                .with("icon", "external link")
                .with("tooltip", "")
                .with("url", "");
    }

    private static List<JsonObject> panels(List<Row> rows) {
        List<JsonObject> panels = new ArrayList<>();
        int y = 0;
        for (Row row : rows) {
            panels.add(heading(row, y));
            y++;
            for (List<Panel> line : row.lines()) {
                int width = COLUMNS / line.size();
                int height = line.stream()
                        .mapToInt(panel -> panel.kind().height())
                        .max()
                        .orElseThrow();
                for (int i = 0; i < line.size(); i++) {
                    panels.add(PanelJson.model(line.get(i), position(i * width, y, width, height)));
                }
                y += height;
            }
        }
        return panels;
    }

    private static JsonObject heading(Row row, int y) {
        return JsonObject.of("id", row.id())
                .with("type", "row")
                .with("title", row.title())
                .with("collapsed", false)
                .with("gridPos", position(0, y, COLUMNS, 1))
                .with("panels", List.of());
    }

    private static JsonObject position(int x, int y, int width, int height) {
        return JsonObject.of("x", x).with("y", y).with("w", width).with("h", height);
    }
}
