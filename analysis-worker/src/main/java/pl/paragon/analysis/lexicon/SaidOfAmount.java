package pl.paragon.analysis.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import pl.paragon.analysis.text.Likeness;

/** What English and German words say of the amount that stands behind them: {@code international.tsv}. */
public final class SaidOfAmount {

    /** What an amount is by its words. */
    public enum Role {
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

    public record Said(Role role, double weight, String letters) {}

    /** Anchored where a word begins: from each of its letters it would cost the square of the word's length. */
    private static final Pattern WORD_WITH_DIGIT = Pattern.compile("(?<!\\S)\\S*\\d\\S*");

    private static final int SHORT = 5;
    private static final double TOLERANCE = 0.18;
    private static final int SHORTEST_SHAPE = 4;
    private static final double BY_SHAPE = 0.8;

    private final List<Said> phrases;

    public SaidOfAmount() {
        List<Said> read = new ArrayList<>();
        for (String[] row : Resource.table(SaidOfAmount.class, "international.tsv")) {
            read.add(new Said(Role.valueOf(row[0]), Double.parseDouble(row[1]), onlyLetters(row[2])));
        }
        read.sort(Comparator.comparingInt((Said s) -> s.letters.length()).reversed());
        phrases = List.copyOf(read);
    }

    /** What the words say, or {@code null} if they say nothing known. */
    public Said of(String words) {
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
        return byShape(words);
    }

    /**
     * Dots that run together turn letters into others of the same outline, all of a kind at once. The words end where
     * the phrase does: {@code Cola 2L} is no total.
     */
    private Said byShape(String words) {
        List<String> beginnings = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String word :
                WORD_WITH_DIGIT.matcher(Folding.fold(words)).replaceAll(" ").split("[^a-z]+")) {
            letters.append(word);
            beginnings.add(shape(letters.toString()));
        }
        for (Said phrase : phrases) {
            boolean telling = phrase.letters.length() >= SHORTEST_SHAPE;
            if (telling && beginnings.contains(shape(phrase.letters))) {
                return new Said(phrase.role, phrase.weight * BY_SHAPE, phrase.letters);
            }
        }
        return null;
    }

    private static String shape(String letters) {
        StringBuilder shape = new StringBuilder(letters.length());
        for (char c : letters.toCharArray()) {
            shape.append(
                    switch (c) {
                        case 't', 'l', 'j', 'f', 'c', 'i' -> 'i';
                        case 'u', 'q', 'd', 'o' -> 'o';
                        case 'b', 'r', 'k', 'h' -> 'h';
                        default -> c;
                    });
        }
        return shape.toString();
    }

    private static String onlyLetters(String text) {
        return Folding.letters(text).replaceAll("\\d", "");
    }
}
