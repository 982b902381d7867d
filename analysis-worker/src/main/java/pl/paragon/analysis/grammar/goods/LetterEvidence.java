package pl.paragon.analysis.grammar.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.figure.Mark;

/** A line may bear its tax letter before the name, behind it, and behind the amount: each place is a witness. */
final class LetterEvidence {

    private static final String LETTERS = "ABCDEFG";
    private static final double ANOTHER_PLACE_SAYS = 6;

    private LetterEvidence() {}

    /** What the letter may be by all its places; empty if none bears it. */
    static List<Letter> of(Optional<Mark> behindAmount, Optional<Mark> behindName, Optional<Mark> beforeName) {
        Optional<Mark> before = beforeName.filter(Mark::isPlain);
        if (behindAmount.isEmpty() && behindName.isEmpty()) {
            return before.map(Mark::letters).orElse(List.of()); // it may as well be part of the name
        }
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < LETTERS.length(); i++) {
            char letter = LETTERS.charAt(i);
            double cost = cost(behindAmount, letter)
                    + cost(behindName, letter)
                    + (behindAmount.isPresent() ? cost(before, letter) / 2 : 0);
            if (offers(behindAmount, letter) || offers(behindName, letter)) {
                letters.add(new Letter(letter, cost));
            }
        }
        letters.sort(Comparator.comparingDouble(Letter::cost));
        char best = letters.getFirst().letter();
        boolean plainly =
                Stream.of(behindAmount, behindName).flatMap(Optional::stream).anyMatch(mark -> mark.read() == best);
        return plainly ? fromZero(letters) : letters;
    }

    /** If one place bears the letter plainly, others that were misread do not make it doubtful. */
    private static List<Letter> fromZero(List<Letter> letters) {
        double least = letters.getFirst().cost();
        return letters.stream()
                .map(l -> new Letter(l.letter(), l.cost() - least))
                .toList();
    }

    private static boolean offers(Optional<Mark> mark, char letter) {
        return mark.stream().flatMap(m -> m.letters().stream()).anyMatch(l -> l.letter() == letter);
    }

    private static double cost(Optional<Mark> mark, char letter) {
        return mark.map(m -> m.letters().stream()
                        .filter(l -> l.letter() == letter)
                        .mapToDouble(Letter::cost)
                        .findFirst()
                        .orElse(ANOTHER_PLACE_SAYS))
                .orElse(0.0);
    }
}
