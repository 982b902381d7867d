package pl.paragon.analysis.lexicon;

import java.util.List;

/** Units in which goods are counted. */
public final class Unit {

    private static final List<String> KNOWN =
            List.of("szt", "kg", "l", "op", "opak", "m", "kpl", "par", "g", "ml", "rolle", "pack", "stk", "st");

    private Unit() {}

    /** The unit's usual form ({@code szt}, {@code kg}, …), or {@code null} if the text is none. */
    public static String of(String text) {
        String plain = Folding.fold(text);
        if (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return KNOWN.contains(plain) ? plain : null;
    }

    /** The unit that stands here up to the next sign, space or number. */
    static String startingAt(String row, int at) {
        int end = at;
        while (end < row.length() && (Character.isLetter(row.charAt(end)) || row.charAt(end) == '.') && end - at < 6) {
            end++;
        }
        while (end > at) {
            String unit = of(row.substring(at, end));
            if (unit != null) {
                return unit;
            }
            end--;
        }
        return null;
    }
}
