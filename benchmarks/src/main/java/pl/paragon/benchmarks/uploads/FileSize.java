package pl.paragon.benchmarks.uploads;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of a file.
 *
 * @param text as it was asked for, e.g. {@code 200kB}
 */
record FileSize(String text, int bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(B|kB|MB)");
    private static final Map<String, Integer> UNITS = Map.of("B", 1, "kB", 1_000, "MB", 1_000_000);
    /** What both systems accept. */
    private static final int MOST = 10_000_000;

    static final class Converter implements ITypeConverter<FileSize> {
        @Override
        public FileSize convert(String text) {
            return of(text);
        }
    }

    static FileSize of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is no size such as 100B, 200kB or 3MB");
        }
        long bytes = Long.parseLong(form.group(1)) * UNITS.get(form.group(2));
        if (bytes < PaddedJpeg.LEAST || bytes > MOST) {
            throw new TypeConversionException("a file has %d B to 10MB, not %s".formatted(PaddedJpeg.LEAST, text));
        }
        return new FileSize(text, (int) bytes);
    }
}
