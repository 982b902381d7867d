package pl.paragon.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.rows.Row;

/**
 * A character that stands where a tax letter is printed.
 *
 * @param sure whether it was read with certainty
 */
public record Mark(char read, boolean sure) {

    private static final String LETTERS = "ABCDEFG";

    private static final double LOOKS_LIKE = 0.5;
    private static final double LOOKS_A_LITTLE_LIKE = 4;
    private static final double ANY_OTHER = 5.5;
    private static final double ANY_FOR_WHAT_IS_NO_LETTER = 2;

    public static Mark at(Row row, int index) {
        return new Mark(row.text().charAt(index), Certainty.isSure(row, index));
    }

    /** The character glued to an amount, or else the single one right behind it. */
    public static Optional<Mark> behind(Row row, Token amount, List<Token> tokens) {
        if (amount.letter() != 0) {
            return Optional.of(at(row, amount.end()));
        }
        int next = tokens.indexOf(amount) + 1;
        return next < tokens.size() && tokens.get(next).isSingle()
                ? Optional.of(at(row, tokens.get(next).start()))
                : Optional.empty();
    }

    /** Whether it is one of the alphabet's letters, as they are printed. */
    public boolean isPlain() {
        return LETTERS.indexOf(read) >= 0;
    }

    /** Whether a tax letter can be read as this character. */
    public boolean looksLikeLetter() {
        return !alike(read).isEmpty();
    }

    /** What the tax letter may be: a plain one that was read with certainty is that one. */
    public List<Letter> letters() {
        if (isPlain() && sure) {
            return List.of(new Letter(read, 0));
        }
        String best = alike(read);
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < best.length(); i++) {
            double first = isPlain() ? 0 : LOOKS_LIKE;
            letters.add(new Letter(best.charAt(i), i == 0 ? first : LOOKS_A_LITTLE_LIKE));
        }
        for (int i = 0; i < LETTERS.length(); i++) {
            if (best.indexOf(LETTERS.charAt(i)) < 0) {
                letters.add(new Letter(LETTERS.charAt(i), best.isEmpty() ? ANY_FOR_WHAT_IS_NO_LETTER : ANY_OTHER));
            }
        }
        return letters;
    }

    private static String alike(char read) {
        return switch (Character.toUpperCase(read)) {
            case 'A', '4', 'Ą' -> "A";
            case 'B', '8', '3', '&', '%', 'ß', 'M' -> "BA";
            case 'C', '0', 'O', 'U', 'L', '(', '[', 'Ć', '€', '6', '<', '>' -> "CDG";
            case 'D' -> "DC";
            case 'E', '£' -> "E";
            case 'F', 'P' -> "F";
            case 'G' -> "GC";
            default -> "";
        };
    }
}
