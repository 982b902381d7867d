package pl.paragon.manifests.monitoring.grafana;

import java.util.List;

/**
 * A dashboard of Grafana.
 *
 * @param name in its file's name and its address
 */
public record Dashboard(String name, String title, String description, List<Row> rows) {

    public static Dashboard of(String name, String title, String description, Row... rows) {
        return new Dashboard(name, title, description, List.of(rows));
    }

    /** Its JSON model, as Grafana imports it. */
    public String json() {
        return DashboardJson.render(this);
    }
}
