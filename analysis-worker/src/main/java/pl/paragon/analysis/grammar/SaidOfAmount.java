package pl.paragon.analysis.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Likeness;
import pl.paragon.analysis.lexicon.Resource;

/** What English and German words say of the amount that stands behind them: {@code international.tsv}. */
final class SaidOfAmount {

    /** What an amount is by its words. */
    enum Role {
        TOTAL,
        SUBTOTAL,
        TAX,
        ROUNDING,
        PAID,
        CHANGE,
        /** The head of a tax table: what follows is no longer about the total. */
        TABLE,
        /** Words that rule a total out. */
        NONE
    }

    record Said(Role role, double weight, String letters) {}

    private static final int SHORT = 5;
    private static final double TOLERANCE = 0.18;

    private final List<Said> phrases;

    SaidOfAmount() {
        List<Said> read = new ArrayList<>();
        for (String[] row : Resource.table(SaidOfAmount.class, "international.tsv")) {
            read.add(new Said(Role.valueOf(row[0]), Double.parseDouble(row[1]), onlyLetters(row[2])));
        }
        read.sort(Comparator.comparingInt((Said s) -> s.letters.length()).reversed());
        phrases = List.copyOf(read);
    }

    /** What the words say, or {@code null} where they say nothing known. */
    Said of(String words) {
        String letters = onlyLetters(words);
        String spaced = " " + Folding.fold(words).replaceAll("[^a-z]+", " ").trim() + " ";
        for (Said phrase : phrases) {
            boolean found = phrase.letters.length() <= SHORT
                    ? spaced.contains(" " + phrase.letters + " ")
                            || letters.equals(phrase.letters)
                            || phrase.role == Role.TOTAL && letters.startsWith(phrase.letters)
                    : Likeness.distanceWithin(phrase.letters, letters) <= (int) (TOLERANCE * phrase.letters.length());
            if (found) {
                return phrase;
            }
        }
        return null;
    }

    private static String onlyLetters(String text) {
        return Folding.letters(text).replaceAll("\\d", "");
    }
}
