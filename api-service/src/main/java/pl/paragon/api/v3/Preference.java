package pl.paragon.api.v3;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Prefer: wait=SECONDS} (RFC 7240, section 4.3). Preferences that are unknown or malformed are ignored, as it
 * asks.
 */
final class Preference {

    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";

    /** Only the first {@code wait} counts. Nine digits fit an int. */
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=[,;]|$)", Pattern.CASE_INSENSITIVE);

    private Preference() {}

    /** @param headers the values of the header, which may be repeated */
    static Optional<Duration> wait(List<String> headers) {
        Matcher wait = WAIT.matcher(String.join(",", headers));
        return wait.find() ? Optional.of(Duration.ofSeconds(Integer.parseInt(wait.group(1)))) : Optional.empty();
    }

    /** What {@link #APPLIED} says of a wait that was granted. */
    static String applied(Duration wait) {
        return "wait=" + wait.toSeconds();
    }
}
