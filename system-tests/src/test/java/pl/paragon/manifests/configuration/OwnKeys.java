package pl.paragon.manifests.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Deployable;
import pl.paragon.manifests.ImageFile;
import pl.paragon.manifests.configuration.ConfigurationKey.Default;
import pl.paragon.manifests.configuration.MappingSources.Group;
import pl.paragon.manifests.configuration.MappingSources.Property;

/** All keys that our own code reads, sorted by name. */
final class OwnKeys {

    private static final Pattern GENERIC = Pattern.compile("(Optional|List|Set|Map)<(?:String, )?(.+)>");

    private static final Set<Deployable> ALL = EnumSet.allOf(Deployable.class);
    private static final Set<Deployable> WORKERS =
            EnumSet.of(Deployable.OCR, Deployable.ANALYSIS, Deployable.PERSISTENCE);

    /** In shared-runtime, but of use only to those that register webhooks and that deliver to them. */
    private static final Map<String, Set<Deployable>> READ_BY_FEWER =
            Map.of("ReceiverConfig", EnumSet.of(Deployable.API, Deployable.PERSISTENCE));

    private final List<ConfigurationKey> keys = new ArrayList<>();

    private OwnKeys() {}

    static List<ConfigurationKey> all() {
        OwnKeys found = new OwnKeys();
        for (Deployable service : Deployable.values()) {
            found.add(service.module(), EnumSet.of(service));
        }
        found.add("shared-runtime", ALL);
        found.add("worker-runtime", WORKERS);
        found.keys.sort(Comparator.comparing(ConfigurationKey::name));
        return found.keys;
    }

    private void add(String module, Set<Deployable> services) {
        MappingSources sources = MappingSources.of(module);
        for (Group mapping : sources.mappings()) {
            add(sources, mapping, mapping.prefix().orElseThrow(), READ_BY_FEWER.getOrDefault(mapping.name(), services));
        }
    }

    private void add(MappingSources sources, Group group, String prefix, Set<Deployable> services) {
        for (Property property : group.properties()) {
            String key = prefix + "." + property.hyphenated();
            Optional<Group> part = sources.group(content(property.type()));
            if (part.isPresent()) {
                add(sources, part.get(), property.type().startsWith("Map<") ? key + ".NAME" : key, services);
            } else {
                keys.add(new ConfigurationKey(
                        key, services, type(sources, property.type()), defaults(key, property), property.meaning()));
            }
        }
    }

    /** What is inside of an {@code Optional} or a collection; the type itself if it is neither. */
    private static String content(String type) {
        Matcher generic = GENERIC.matcher(type);
        return generic.matches() ? content(generic.group(2)) : type;
    }

    private static String type(MappingSources sources, String type) {
        Matcher generic = GENERIC.matcher(type);
        if (generic.matches()) {
            String inner = type(sources, generic.group(2));
            return generic.group(1).equals("Optional") ? inner : "list of: " + inner;
        }
        return switch (type) {
            case "Duration" -> "duration";
            case "MemorySize" -> "size";
            case "int", "long", "double", "OptionalInt" -> "number";
            case "boolean" -> "`true`, `false`";
            case "Path" -> "path";
            case "URI" -> "address";
            case "String" -> "text";
            default ->
                sources.values(type)
                        .map(values -> "`" + String.join("`, `", values) + "`")
                        .orElseThrow(() -> new IllegalStateException(
                                "OwnKeys does not know what to call values of the type " + type + ": teach it"));
        };
    }

    /** What holds where nobody sets the key, from the interface, the properties and the images, in this order. */
    private static List<Default> defaults(String key, Property property) {
        Map<Optional<String>, String> defaults = new LinkedHashMap<>();
        property.byDefault().ifPresent(value -> defaults.put(Optional.empty(), value));
        for (String runtime : List.of("shared-runtime", "worker-runtime")) {
            set(runtime, key).ifPresent(value -> defaults.put(Optional.empty(), value));
        }
        for (Deployable service : Deployable.values()) {
            set(service.module(), key).ifPresent(value -> defaults.put(Optional.of(service.module()), value));
        }
        String variable = new ConfigurationKey(key, Set.of(), "", List.of(), Optional.empty()).environmentName();
        Optional.ofNullable(ImageFile.environment().get(variable))
                .ifPresent(value -> defaults.put(Optional.of("the images"), value));
        return defaults.entrySet().stream()
                .map(entry -> new Default(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static Optional<String> set(String module, String key) {
        return Checkout.files(module + "/src/main/resources", ".properties").stream()
                .map(file -> Checkout.properties(file.toString()).getProperty(key))
                .filter(value -> value != null)
                .findFirst();
    }
}
