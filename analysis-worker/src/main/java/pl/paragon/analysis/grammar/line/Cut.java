package pl.paragon.analysis.grammar.line;

import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.rows.Piece;

/**
 * Where two pieces of a line overlap, the letter at the cut was read twice: {@code ZMYWACZ} and {@code Z B/ACETONU},
 * {@code KARMA l} and {@code DLA KOTA}.
 *
 * @param left characters at the end of the left piece that are only a part of the right one's first
 * @param right characters at the beginning of the right piece that are only a part of the left one's last
 */
record Cut(int left, int right) {

    private static final Cut NONE = new Cut(0, 0);
    private static final double OVERLAP = 0.2;
    private static final String STROKES = "lI1|!i";

    /** @param left or {@code null} if the right one is the first */
    static Cut between(Piece left, Piece right) {
        if (left == null || left.right() - right.left() < OVERLAP * left.height()) {
            return NONE;
        }
        String before = left.text();
        String after = right.text();
        boolean loneAfter = after.length() > 2 && after.charAt(1) == ' ';
        boolean loneBefore = before.length() > 2 && before.charAt(before.length() - 2) == ' ';
        if (loneAfter && alike(after.charAt(0), before.charAt(before.length() - 1))) {
            return new Cut(0, 2);
        }
        return loneBefore && alike(before.charAt(before.length() - 1), after.charAt(0)) ? new Cut(2, 0) : NONE;
    }

    private static boolean alike(char lone, char whole) {
        return Folding.fold(String.valueOf(lone)).equals(Folding.fold(String.valueOf(whole)))
                || STROKES.indexOf(lone) >= 0;
    }
}
