package pl.paragon.analysis.grammar.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.figure.Alternatives;

/** A line may bear its tax letter before the name, behind it, and behind the amount: each place is a witness. */
final class LetterEvidence {

    private static final String PLAIN = "ABCDEFG";

    private LetterEvidence() {}

    /** What the letter may be by all its places, 0 for a place that bears none. */
    static List<Letter> of(char behindAmount, char behindName, char beforeName) {
        boolean before = PLAIN.indexOf(beforeName) >= 0 && behindAmount != 0;
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < PLAIN.length(); i++) {
            char letter = PLAIN.charAt(i);
            double cost =
                    cost(behindAmount, letter) + cost(behindName, letter) + (before ? cost(beforeName, letter) / 2 : 0);
            letters.add(new Letter(letter, cost));
        }
        if (behindAmount == 0 && behindName == 0) {
            return PLAIN.indexOf(beforeName) < 0 ? List.of() : weak(beforeName);
        }
        letters.sort(Comparator.comparingDouble(Letter::cost));
        char best = letters.getFirst().letter();
        return best == behindAmount || best == behindName ? fromZero(letters) : letters;
    }

    /** If one place bears the letter plainly, others that were misread do not make it doubtful. */
    private static List<Letter> fromZero(List<Letter> letters) {
        double least = letters.getFirst().cost();
        return letters.stream()
                .map(l -> new Letter(l.letter(), l.cost() - least))
                .toList();
    }

    /** A single letter before the name alone may be part of it. */
    private static List<Letter> weak(char beforeName) {
        return Alternatives.letters(beforeName);
    }

    private static double cost(char read, char letter) {
        if (read == 0) {
            return 0;
        }
        return Alternatives.letters(read).stream()
                .filter(l -> l.letter() == letter)
                .mapToDouble(Letter::cost)
                .findFirst()
                .orElse(6);
    }
}
