package pl.paragon.operations.terminal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans as people type them: {@code 90d}, {@code 12h}, {@code 30m}. */
public final class Span {

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([dhm])");

    private Span() {}

    /** @throws IllegalArgumentException with a sentence that says what is expected */
    public static Duration parse(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    text + " is no time span: days, hours or minutes are expected, e.g. 90d, 12h or 30m");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
