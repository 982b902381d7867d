package pl.paragon.manifests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Dockerfile that all services share. */
public final class ImageFile {

    private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:ENV)? +([A-Z_]+)=(\\S+)(?: \\\\)?$");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private ImageFile() {}

    /** What the image sets in the environment. */
    public static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        VARIABLE.matcher(text()).results().forEach(m -> environment.put(m.group(1), m.group(2)));
        return environment;
    }

    /** The options that the image starts its JVM with; the deployment adds the heap's. */
    static List<String> jvmOptions() {
        return Checkout.text("container/java.options")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The command that the image runs. */
    static List<String> entrypoint() {
        String command = text().substring(text().indexOf("ENTRYPOINT"));
        return QUOTED.matcher(command).results().map(m -> m.group(1)).toList();
    }

    /** What it copies from this folder, with the service's name as it is in the file. */
    static Stream<String> copied() {
        return text().lines()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1).limit(line.split(" ").length - 2L));
    }

    static String text() {
        return Checkout.text("Dockerfile");
    }
}
