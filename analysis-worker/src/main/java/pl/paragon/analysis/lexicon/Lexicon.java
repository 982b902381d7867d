package pl.paragon.analysis.lexicon;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pl.paragon.analysis.text.Likeness;

/**
 * Finds the label of a row by its words: the longest known phrase that the row begins with, give or take misread
 * letters.
 */
public final class Lexicon {

    private static final int SHORT = 5;
    private static final int LEADING_NOISE = 2;

    private record Phrase(Label label, String letters) {

        int tolerance() {
            return letters.length() <= SHORT ? 0 : letters.length() <= 8 ? 1 : letters.length() <= 13 ? 2 : 3;
        }
    }

    private final List<Phrase> phrases;

    public Lexicon() {
        phrases = Resource.table(Lexicon.class, "keywords.tsv").stream()
                .map(row -> new Phrase(Label.valueOf(row[0]), lettersOf(row[1])))
                .sorted(Comparator.comparingInt((Phrase p) -> p.letters.length())
                        .reversed())
                .toList();
    }

    public Optional<Label> label(String row) {
        String letters = lettersOf(row);
        String first = firstWord(row);
        for (Phrase phrase : phrases) {
            if (fits(phrase, letters, first)) {
                return Optional.of(phrase.label);
            }
        }
        return Optional.empty();
    }

    public boolean is(String row, Label label) {
        return label(row).filter(l -> l == label).isPresent();
    }

    private static boolean fits(Phrase phrase, String letters, String first) {
        if (phrase.letters.length() <= SHORT) {
            return phrase.letters.equals(first);
        }
        int tolerance = phrase.tolerance();
        if (phrase.label == Label.FISCAL_TITLE) {
            return Likeness.distanceWithin(phrase.letters, letters) <= tolerance;
        }
        int reach = Math.min(letters.length(), phrase.letters.length() + tolerance + LEADING_NOISE);
        if (reach < phrase.letters.length() - tolerance) {
            return false;
        }
        String head = letters.substring(0, Math.min(letters.length(), phrase.letters.length()));
        return Likeness.distance(phrase.letters, head) <= tolerance
                || phrase.letters.length() > 8
                        && Likeness.distanceWithin(phrase.letters, letters.substring(0, reach)) <= tolerance - 1;
    }

    private static String firstWord(String row) {
        for (String word : row.split("[\\s:.,;/]+")) {
            String letters = lettersOf(word);
            if (!letters.isEmpty()) {
                return letters;
            }
        }
        return "";
    }

    private static String lettersOf(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                kept.append(Folding.fold(text.charAt(i)));
            }
        }
        return kept.toString();
    }
}
