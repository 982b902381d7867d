package pl.paragon.api.v3.receipt.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One record of CSV as RFC 4180 has it. */
final class CsvRow {

    /** What makes a program for spreadsheets take a text for a formula, also in its full-width forms. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠\\t\\r\\n|].*", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

    private CsvRow() {}

    /** @param values texts that came from a receipt or a client, numbers and dates of ours, or {@code null} */
    static String of(List<?> values) {
        return values.stream().map(CsvRow::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof String said ? harmless(said) : value.toString();
        return QUOTED.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** An apostrophe before it tells every such program that this is text. */
    private static String harmless(String said) {
        return FORMULA.matcher(said).matches() ? "'" + said : said;
    }
}
