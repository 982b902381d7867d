package pl.paragon.manifests.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pl.paragon.manifests.Node;

/** The fields of a kind that no library has a type for, from its operator's definition. */
record Fields(Set<String> known) {

    static Fields of(String kind) {
        try (InputStream list = Fields.class.getResourceAsStream(kind + ".fields")) {
            return new Fields(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of this object that the kind does not have. */
    Set<String> unknown(Node object) {
        Set<String> unknown = new TreeSet<>(object.keys());
        unknown.removeAll(Set.of("apiVersion", "kind", "metadata", "spec"));
        collect("spec", object.at("spec"), unknown);
        return unknown;
    }

    private void collect(String path, Node value, Set<String> unknown) {
        if (known.contains(path + ".*")) {
            return;
        }
        value.items().forEach(item -> collect(path, item, unknown));
        value.entries().forEach((key, entry) -> {
            String field = path + "." + key;
            if (known.contains(field) || known.contains(field + ".*")) {
                collect(field, entry, unknown);
            } else {
                unknown.add(field);
            }
        });
    }
}
