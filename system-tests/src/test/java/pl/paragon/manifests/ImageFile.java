package pl.paragon.manifests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

    /** The command that the image runs. */
    static List<String> entrypoint() {
        String command = text().substring(text().indexOf("ENTRYPOINT"));
        return QUOTED.matcher(command).results().map(m -> m.group(1)).toList();
    }

    static String text() {
        return Checkout.text("Dockerfile");
    }
}
