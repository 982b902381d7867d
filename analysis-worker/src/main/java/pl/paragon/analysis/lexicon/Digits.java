package pl.paragon.analysis.lexicon;

import java.util.Optional;

/** Characters that readers take for digits and digits that they take for each other. */
public final class Digits {

    private Digits() {}

    /** Only what tills print: Unicode has digits of many scripts, with which nothing here can compute. */
    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Whether a character that is no digit stands where only a digit can: between digits, or beside one and a
     * separator.
     */
    static boolean looksLikeOne(String row, int at) {
        if (at >= row.length() || meant(row.charAt(at)) == 0) {
            return false;
        }
        boolean before = at > 0 && (isDigit(row.charAt(at - 1)) || isSeparator(row, at - 1));
        boolean after = at + 1 < row.length() && (isDigit(row.charAt(at + 1)) || isSeparator(row, at + 1));
        boolean starts = at == 0 || !Character.isLetterOrDigit(row.charAt(at - 1));
        return before && after
                || starts && at + 2 < row.length() && isSeparator(row, at + 1) && isDigit(row.charAt(at + 2));
    }

    private static boolean isSeparator(String row, int at) {
        char c = row.charAt(at);
        boolean digitBeyond =
                at + 1 < row.length() && isDigit(row.charAt(at + 1)) || at > 0 && isDigit(row.charAt(at - 1));
        return (c == '.' || c == ',') && digitBeyond;
    }

    /** The text with what looks like a digit turned into it. */
    static String of(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits.append(isDigit(c) ? c : meant(c));
        }
        return digits.toString();
    }

    /** The digit that a text of one character is, or looks like. */
    public static Optional<Character> in(String text) {
        if (text.length() != 1) {
            return Optional.empty();
        }
        char c = text.charAt(0);
        char digit = isDigit(c) ? c : meant(c);
        return digit == 0 ? Optional.empty() : Optional.of(digit);
    }

    /** The digit that a character looks like, or 0 for none. */
    public static char meant(char c) {
        return switch (c) {
            case 'O', 'o', 'D', 'Q' -> '0';
            case 'I', 'l', '|', '!', 'i' -> '1';
            case 'Z', 'z' -> '2';
            case 'S', 's' -> '5';
            case 'B' -> '8';
            case 'A' -> '4';
            default -> 0;
        };
    }
}
