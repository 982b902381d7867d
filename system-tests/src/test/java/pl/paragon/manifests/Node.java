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
public record Node(Object value) {

    /** The value under these nested keys; a node without a value if one of them is missing. */
    public Node at(String... path) {
        Object here = value;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new Node(here);
    }

    public boolean isThere() {
        return value != null;
    }

    public String text() {
        return value == null ? null : value.toString();
    }

    public Set<String> keys() {
        return entries().keySet();
    }

    /** The values of a map, by their keys. */
    public Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(key.toString(), new Node(entry)));
        }
        return entries;
    }

    public List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    public List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** A map of scalars as texts; those without a value are left out. */
    public Map<String, String> textEntries() {
        Map<String, String> entries = new TreeMap<>();
        entries().forEach((key, entry) -> {
            if (entry.isThere()) {
                entries.put(key, entry.text());
            }
        });
        return entries;
    }
}
