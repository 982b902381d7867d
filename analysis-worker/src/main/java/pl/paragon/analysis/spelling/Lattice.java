package pl.paragon.analysis.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.contracts.text.Candidate;

/** What both readers saw of a piece of print, character by character. */
public final class Lattice {

    private static final double LEAST_PROBABLE = 1e-4;
    /** What the second reader saw, too, is this much more probable. */
    private static final double WITNESSED = 1.5;

    /** What the second reader alone saw. */
    private static final double WITNESSED_ALONE = 5;

    /** What looks the same in many a print costs this if the reader gives no alternative. */
    private static final double THE_SAME_IN_PRINT = 8;

    private static final List<String> SAME_IN_PRINT = List.of("0O", "1lI");

    /** What stands between two pieces. */
    public static final Glyph SPACE = Glyph.sure(' ');

    private Lattice() {}

    /** The characters of the piece from {@code from} (inclusive) to {@code to} (exclusive). */
    public static List<Glyph> of(Piece piece, int from, int to) {
        List<Glyph> glyphs = new ArrayList<>();
        if (piece.symbols().isEmpty()) {
            for (int i = from; i < to; i++) {
                glyphs.add(Glyph.sure(piece.text().charAt(i)));
            }
            return glyphs;
        }
        List<String> witnesses = piece.seconds().stream()
                .map(second -> Alignment.of(piece.text(), second))
                .toList();
        for (int i = from; i < to; i++) {
            for (Piece.Missed missed : piece.missed()) {
                if (missed.before() == i && i > from) {
                    glyphs.add(glyph(missed.symbol().candidates(), "", (char) 0));
                }
            }
            StringBuilder seen = new StringBuilder();
            for (String witness : witnesses) {
                seen.append(witness.charAt(i) == '\0' ? "" : witness.substring(i, i + 1));
            }
            glyphs.add(glyph(
                    piece.symbols().get(i).candidates(),
                    seen.toString(),
                    piece.text().charAt(i)));
        }
        return glyphs;
    }

    /** The glyphs as they were read. */
    public static String read(List<Glyph> glyphs) {
        return glyphs.stream().map(Glyph::read).collect(Collectors.joining());
    }

    private static Glyph glyph(List<Candidate> candidates, String witnesses, char read) {
        double top = Math.max(LEAST_PROBABLE, candidates.getFirst().p());
        List<Glyph.Choice> choices = new ArrayList<>();
        for (Candidate candidate : candidates) {
            double cost = Math.log(top / Math.max(LEAST_PROBABLE, candidate.p()));
            add(choices, candidate.text(), Math.max(0, cost));
        }
        for (String alike : SAME_IN_PRINT) {
            if (read != 0 && alike.indexOf(read) >= 0) {
                alike.chars().forEach(c -> add(choices, Character.toString(c), THE_SAME_IN_PRINT));
            }
        }
        return new Glyph(witnesses.isEmpty() ? choices : witnessed(choices, witnesses));
    }

    private static List<Glyph.Choice> witnessed(List<Glyph.Choice> choices, String witnesses) {
        boolean agrees = isAmong(witnesses, choices.getFirst().text());
        List<Glyph.Choice> weighed = new ArrayList<>();
        for (Glyph.Choice choice : choices) {
            double cost = choice.cost() + (agrees ? WITNESSED : 0);
            weighed.add(new Glyph.Choice(choice.text(), isAmong(witnesses, choice.text()) ? cost - WITNESSED : cost));
        }
        for (char witness : witnesses.toCharArray()) {
            if (Character.isLetterOrDigit(witness)) {
                add(weighed, String.valueOf(witness), WITNESSED_ALONE);
            }
        }
        return weighed;
    }

    private static boolean isAmong(String witnesses, String text) {
        return !text.isEmpty() && witnesses.contains(text);
    }

    private static void add(List<Glyph.Choice> choices, String text, double cost) {
        if (text.length() <= 1 && choices.stream().noneMatch(c -> c.text().equals(text))) {
            choices.add(new Glyph.Choice(text, cost));
        }
    }
}
