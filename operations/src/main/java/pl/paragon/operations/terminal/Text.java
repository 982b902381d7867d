package pl.paragon.operations.terminal;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;

/** Text as it is shown. */
public final class Text {

    private Text() {}

    /** What was read from a picture may contain control characters, which a terminal would obey: they become spaces. */
    public static String printable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", " ");
    }

    /** The number of columns it takes. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Fit for a terminal, with an ellipsis in place of what is more than so many columns. */
    public static String shortened(int columns, String text) {
        String printable = printable(text);
        return width(printable) <= columns
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, columns - 1)) + "…";
    }

    /** E.g. {@code 2.6 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** E.g. {@code 187 MiB}. */
    public static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
