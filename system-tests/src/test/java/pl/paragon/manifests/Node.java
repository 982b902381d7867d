package pl.paragon.manifests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A value in a YAML file.
 *
 * @param value a map, a list, a scalar, or {@code null} if there is none
 */
record Node(Object value) {

    /** The value under these nested keys; a node without a value if one of them is missing. */
    Node at(String... path) {
        Object here = value;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new Node(here);
    }

    boolean isThere() {
        return value != null;
    }

    String text() {
        return value == null ? null : value.toString();
    }

    Set<String> keys() {
        return entries().keySet();
    }

    /** The values of a map, by their keys. */
    Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(key.toString(), new Node(entry)));
        }
        return entries;
    }

    List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** A map of scalars as texts; those without a value are left out. */
    Map<String, String> textEntries() {
        Map<String, String> entries = new TreeMap<>();
        entries().forEach((key, entry) -> {
            if (entry.isThere()) {
                entries.put(key, entry.text());
            }
        });
        return entries;
    }
}
