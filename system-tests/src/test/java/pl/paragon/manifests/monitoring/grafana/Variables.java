package pl.paragon.manifests.monitoring.grafana;

import java.util.List;

/** What the reader selects above a dashboard: the choices come from a metric that every service shows. */
final class Variables {

    private static final String SHOWN_BY_ALL = "paragon_files_free_bytes";

    private Variables() {}

    static List<JsonObject> all() {
        return List.of(source(), namespace(), job());
    }

    /** For panels and queries. */
    static JsonObject selectedSource() {
        return JsonObject.of("type", "prometheus").with("uid", "${datasource}");
    }

    private static JsonObject source() {
        return JsonObject.of("name", "datasource")
                .with("label", "Source")
                .with("type", "datasource")
                .with("query", "prometheus")
                .with("refresh", 1);
    }

    private static JsonObject namespace() {
        return selection("namespace", "Namespace", "label_values(" + SHOWN_BY_ALL + ", namespace)")
                .with("allValue", ".*"); // selects something even if no series has a namespace
    }

    /** Without an {@code allValue}, all means all in the list: jobs that do not belong to Paragon stay out. */
    private static JsonObject job() {
        return selection("job", "Job", "label_values(" + SHOWN_BY_ALL + "{namespace=~\"$namespace|\"}, job)");
    }

    private static JsonObject selection(String name, String label, String query) {
        return JsonObject.of("name", name)
                .with("label", label)
                .with("type", "query")
                .with("datasource", selectedSource())
                .with("query", JsonObject.of("query", query).with("refId", "StandardVariableQuery"))
                .with("refresh", 2) // when the range of time changes
                .with("sort", 1)
                .with("multi", true)
                .with("includeAll", true)
                .with("current", JsonObject.of("text", List.of("All")).with("value", List.of("$__all")));
    }
}
