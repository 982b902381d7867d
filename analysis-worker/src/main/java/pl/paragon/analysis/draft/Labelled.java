package pl.paragon.analysis.draft;

import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.lexicon.Sum;

/**
 * An amount of the summary with the role that its words give it.
 *
 * @param cost how badly the words fit the role: the negative logarithm of its probability
 * @param onlyProved so little of it is printed that it counts only if the lines or what was paid make the same
 */
public record Labelled(Sum role, Figure amount, double cost, boolean onlyProved) {

    /** What part of a total's own print costs beside a whole one. */
    private static final double PART = 4;

    public Labelled(Sum role, Figure amount, double cost) {
        this(role, amount, cost, false);
    }

    /** A total of which only digits are legible, or nothing but the sales that make it. */
    public static Labelled totalIfProved(Figure amount) {
        return new Labelled(Sum.TOTAL, amount, PART, true);
    }
}
