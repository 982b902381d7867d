package pl.paragon.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration keys that a service knows: those in its properties, those of the two runtimes, and those that its
 * {@code @ConfigMapping} interfaces declare.
 */
final class ConfigurationKeys {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z0-9.-]+)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("(?m)^    [A-Z]\\w*(?:<\\w+>)? (\\w+)\\(\\);|^    [a-z]+ (\\w+)\\(\\);");
    /** Those of Quarkus, the JVM and native libraries, which our sources do not declare. */
    private static final Set<String> ELSEWHERE = Set.of(
            "quarkus.datasource.password",
            "jdk.java.options",
            "omp.thread.limit",
            "malloc.arena.max",
            "glibc.tunables");

    private ConfigurationKeys() {}

    /** The keys of a service, each as the environment variable that sets it. */
    static Set<String> environmentNames(String module) {
        Set<String> names = new TreeSet<>();
        Stream.of(module, "shared-runtime", "worker-runtime")
                .flatMap(m -> Stream.concat(properties(m), mappings(m)))
                .map(ConfigurationKeys::environmentName)
                .forEach(names::add);
        ELSEWHERE.stream().map(ConfigurationKeys::environmentName).forEach(names::add);
        return names;
    }

    /** By MicroProfile Config's rule. */
    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> properties(String module) {
        return Checkout.files(module + "/src/main/resources", ".properties").stream()
                .flatMap(file -> Checkout.properties(file.toString()).stringPropertyNames().stream());
    }

    private static Stream<String> mappings(String module) {
        return Checkout.files(module + "/src/main/java", "Config.java").stream().flatMap(ConfigurationKeys::declared);
    }

    private static Stream<String> declared(Path source) {
        String text = read(source);
        Matcher prefix = PREFIX.matcher(text);
        if (!prefix.find()) {
            return Stream.empty();
        }
        List<String> methods = METHOD.matcher(text)
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .toList();
        return methods.stream().map(method -> prefix.group(1) + "." + hyphenated(method));
    }

    private static String hyphenated(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
