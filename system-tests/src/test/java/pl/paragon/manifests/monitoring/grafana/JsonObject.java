package pl.paragon.manifests.monitoring.grafana;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose fields keep the order in which they were set. */
final class JsonObject {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** With a first field. */
    static JsonObject of(String name, Object value) {
        return new JsonObject().with(name, value);
    }

    JsonObject with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    @JsonValue
    Map<String, Object> fields() {
        return fields;
    }
}
