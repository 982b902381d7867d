package pl.paragon.analysis.proof.line;

import java.util.List;
import pl.paragon.contracts.receipt.Holds;

/**
 * One way to read a line with its discounts.
 *
 * @param line the line's own figures
 * @param discounts amounts of its discounts, positive, in their order
 * @param letter its tax letter, 0 if none is printed
 * @param net what the line adds to the sales of its letter, negative for one that takes another back
 * @param reducedHolds whether the value printed under its discount is right; unknown if none is printed
 * @param weak whether only a sum speaks for a part of it
 * @param cost the negative logarithm of its probability
 */
public record Outcome(
        LineOption line, List<Long> discounts, char letter, long net, Holds reducedHolds, boolean weak, double cost) {

    public Outcome withLetter(char proved) {
        return new Outcome(line, discounts, proved, net, reducedHolds, weak, cost);
    }
}
