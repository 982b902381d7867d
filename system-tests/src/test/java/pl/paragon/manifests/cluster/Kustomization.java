package pl.paragon.manifests.cluster;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Node;

/**
 * Renders a kustomize tree as {@code kubectl kustomize} does, for the features that ours use; others are refused. What
 * it makes is compared with kubectl where that is installed.
 */
final class Kustomization {

    private static final Set<String> FEATURES = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "labels",
            "resources",
            "components",
            "patches",
            "images",
            "configMapGenerator",
            "generatorOptions");
    /** The fields whose lists are merged by a key of their items; other lists are replaced. */
    private static final Map<String, String> MERGED_BY =
            Map.of("containers", "name", "env", "name", "volumes", "name", "volumeMounts", "mountPath");

    private final String folder;
    private final Node file;
    private final List<Map<String, Object>> objects;

    private Kustomization(String folder, List<Map<String, Object>> objects) {
        this.folder = folder;
        this.file = Checkout.yaml(folder + "/kustomization.yaml");
        this.objects = objects;
        if (!FEATURES.containsAll(file.keys())) {
            throw new IllegalArgumentException(folder + " uses more of kustomize than " + FEATURES);
        }
    }

    /** What {@code kubectl apply -k} of this folder would apply. */
    static List<Manifest> render(String folder) {
        return new Kustomization(folder, new ArrayList<>())
                .rendered().stream().map(Node::new).map(Manifest::new).toList();
    }

    private List<Map<String, Object>> rendered() {
        for (String resource : file.at("resources").texts()) {
            objects.addAll(resource(resolved(resource)));
        }
        file.at("configMapGenerator").items().forEach(this::generate);
        for (String component : file.at("components").texts()) {
            new Kustomization(resolved(component), objects).rendered();
        }
        file.at("patches").items().forEach(this::patch);
        if (file.at("namespace").isThere()) {
            objects.stream()
                    .filter(object -> !"Namespace".equals(object.get("kind")))
                    .forEach(object -> child(object, "metadata")
                            .put("namespace", file.at("namespace").text()));
        }
        file.at("labels").items().forEach(this::label);
        file.at("images").items().forEach(image -> objects.forEach(object -> tag(object, image)));
        return objects;
    }

    private static List<Map<String, Object>> resource(String path) {
        return Files.isDirectory(Checkout.ROOT.resolve(path))
                ? new Kustomization(path, new ArrayList<>()).rendered()
                : Checkout.documents(path).stream().map(Kustomization::map).toList();
    }

    private String resolved(String path) {
        return Checkout.ROOT
                .relativize(Checkout.ROOT.resolve(folder).resolve(path).normalize())
                .toString();
    }

    private void generate(Node configMap) {
        only(configMap, Set.of("name", "files"));
        Node options = file.at("generatorOptions");
        only(options, Set.of("disableNameSuffixHash", "labels", "annotations"));
        if (!options.at("disableNameSuffixHash").text().equals("true")) {
            throw new IllegalArgumentException(folder + " generates names with a hash");
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", configMap.at("name").text());
        metadata.put("labels", new LinkedHashMap<>(options.at("labels").textEntries()));
        metadata.put(
                "annotations", new LinkedHashMap<>(options.at("annotations").textEntries()));
        Map<String, Object> data = new LinkedHashMap<>();
        configMap.at("files").texts().forEach(file -> data.put(file, Checkout.text(resolved(file))));
        objects.add(new LinkedHashMap<>(
                Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata, "data", data)));
    }

    private void label(Node label) {
        only(label, Set.of("pairs"));
        objects.forEach(object -> child(child(object, "metadata"), "labels")
                .putAll(label.at("pairs").textEntries()));
    }

    private void tag(Object value, Node image) {
        only(image, Set.of("name", "newTag"));
        if (value instanceof Map<?, ?> map) {
            if (image.at("name").text().equals(map.get("image"))) {
                map(new Node(map))
                        .put(
                                "image",
                                image.at("name").text() + ":"
                                        + image.at("newTag").text());
            }
            map.values().forEach(each -> tag(each, image));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> tag(each, image));
        }
    }

    private void patch(Node patch) {
        only(patch, Set.of("path"));
        for (Node change : Checkout.documents(resolved(patch.at("path").text()))) {
            Map<String, Object> target = objects.stream()
                    .filter(object -> same(new Node(object), change))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a patch of nothing: " + change));
            if ("delete".equals(change.at("$patch").text())) {
                objects.remove(target);
            } else {
                merge(target, map(change));
            }
        }
    }

    private static boolean same(Node object, Node change) {
        return Objects.equals(object.at("apiVersion"), change.at("apiVersion"))
                && Objects.equals(object.at("kind"), change.at("kind"))
                && Objects.equals(object.at("metadata", "name"), change.at("metadata", "name"));
    }

    private static void merge(Map<String, Object> target, Map<String, Object> change) {
        change.forEach((key, value) -> {
            Object old = target.get(key);
            if (value == null) {
                target.remove(key);
            } else if (value instanceof Map<?, ?> && old instanceof Map<?, ?>) {
                merge(map(new Node(old)), map(new Node(value)));
            } else if (value instanceof List<?> items && old instanceof List<?> olds && MERGED_BY.containsKey(key)) {
                target.put(key, merged(olds, items, MERGED_BY.get(key)));
            } else {
                target.put(key, value);
            }
        });
    }

    private static List<Object> merged(List<?> olds, List<?> items, String key) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        olds.forEach(old -> merged.put(map(new Node(old)).get(key), old));
        for (Object item : items) {
            Map<String, Object> change = map(new Node(item));
            if ("delete".equals(change.get("$patch"))) {
                merged.remove(change.get(key));
            } else if (merged.get(change.get(key)) instanceof Map<?, ?> old) {
                // One that has a value from elsewhere has none of its own any more.
                if (change.containsKey("valueFrom")) {
                    old.remove("value");
                }
                merge(map(new Node(old)), change);
            } else {
                merged.put(change.get(key), item);
            }
        }
        return new ArrayList<>(merged.values());
    }

    private static void only(Node node, Set<String> known) {
        if (!known.containsAll(node.keys())) {
            throw new IllegalArgumentException(node + " uses more of kustomize than " + known);
        }
    }

    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        return map(new Node(parent.computeIfAbsent(key, absent -> new LinkedHashMap<>())));
    }

    @SuppressWarnings("unchecked") // YAML's keys are texts
    private static Map<String, Object> map(Node node) {
        return (Map<String, Object>) node.value();
    }
}
