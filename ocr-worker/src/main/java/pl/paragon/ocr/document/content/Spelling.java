package pl.paragon.ocr.document.content;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import pl.paragon.ocr.document.content.PlacedWord.Glyph;

/**
 * A word of a text layer, letter by letter against what was read at its place.
 *
 * @param likeness 0–1
 * @param seen for each of the word's glyphs, what was read in its place
 */
record Spelling(double likeness, List<Seen> seen) {

    /** What was read where a glyph should be. */
    enum Seen {
        THE_SAME,
        ANOTHER,
        /** A reader passes over a thin letter sometimes; a font's wrong table hides none. */
        NOTHING
    }

    /** Glyphs against characters, both by how they look. */
    static Spelling of(List<Glyph> expected, String read) {
        List<String> wanted =
                expected.stream().map(glyph -> looks(glyph.text())).toList();
        String shown = looks(read);
        int[][] least = distances(wanted, shown);
        Seen[] seen = new Seen[wanted.size()];
        int i = wanted.size();
        int j = shown.length();
        while (i > 0) {
            String glyph = wanted.get(i - 1);
            if (j >= glyph.length()
                    && shown.startsWith(glyph, j - glyph.length())
                    && least[i][j] == least[i - 1][j - glyph.length()]) {
                seen[i - 1] = Seen.THE_SAME;
                j -= glyph.length();
                i--;
            } else if (j > 0 && least[i][j] == least[i - 1][j - 1] + 1) {
                seen[i - 1] = Seen.ANOTHER;
                i--;
                j--;
            } else if (j > 0 && least[i][j] == least[i][j - 1] + 1) {
                j--;
            } else {
                seen[i - 1] = Seen.NOTHING;
                i--;
            }
        }
        int longer = Math.max(1, Math.max(wanted.size(), shown.length()));
        return new Spelling(1 - (double) least[wanted.size()][shown.length()] / longer, List.of(seen));
    }

    private static int[][] distances(List<String> wanted, String shown) {
        int[][] least = new int[wanted.size() + 1][shown.length() + 1];
        for (int i = 0; i <= wanted.size(); i++) {
            for (int j = 0; j <= shown.length(); j++) {
                least[i][j] = i == 0 ? j : i;
                if (i > 0 && j > 0) {
                    least[i][j] = 1 + Math.min(least[i - 1][j - 1], Math.min(least[i - 1][j], least[i][j - 1]));
                }
                if (i > 0) {
                    String glyph = wanted.get(i - 1);
                    if (j >= glyph.length() && shown.startsWith(glyph, j - glyph.length())) {
                        least[i][j] = Math.min(least[i][j], least[i - 1][j - glyph.length()]);
                    }
                }
            }
        }
        return least;
    }

    /** Without case, accents and spaces, and one of each group of signs that look alike. */
    private static String looks(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l');
        StringBuilder looks = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK && !Character.isWhitespace(c)) {
                looks.append(alike(c));
            }
        }
        return looks.toString();
    }

    /** Letters and signs that even a sharp eye mixes up out of their context. */
    private static char alike(char c) {
        return switch (c) {
            case 'o' -> '0';
            case 'i', 'l', '|', '!', '[', ']' -> '1';
            case '×', '*' -> 'x';
            case '–', '—', '−' -> '-';
            case '.' -> ',';
            case '’', '‘', '`', '\'', '”', '„' -> '"';
            case 'ß' -> 'b';
            default -> c;
        };
    }
}
