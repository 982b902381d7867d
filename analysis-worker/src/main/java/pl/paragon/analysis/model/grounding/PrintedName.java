package pl.paragon.analysis.model.grounding;

import java.util.Optional;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.rows.Row;

/**
 * Finds on a row the name that a model gives a line. What is kept is the print, letter for letter: a model may set
 * spaces and marks as it likes, but another product is not found.
 */
final class PrintedName {

    private static final int FEWEST_LETTERS = 2;

    private PrintedName() {}

    static Optional<String> on(Row row, String name) {
        String wanted = Folding.letters(name);
        if (wanted.chars().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return Optional.empty();
        }
        String text = row.text();
        int[] places = new int[text.length()];
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                places[letters.length()] = i;
                letters.append(Folding.fold(text.substring(i, i + 1)));
            }
        }
        int at = letters.indexOf(wanted);
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(
                text.substring(places[at], places[at + wanted.length() - 1] + 1).strip());
    }
}
