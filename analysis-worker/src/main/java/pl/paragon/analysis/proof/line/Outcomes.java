package pl.paragon.analysis.proof.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.contracts.receipt.Holds;

/**
 * All ways to read a line with its discounts and its letter: the likeliest, and those in which one part is something
 * else.
 */
public final class Outcomes {

    /** The value under a discount is not what it should be. */
    private static final double REDUCED_BROKEN = 6;

    /** A discount is greater than its line. */
    private static final double OVERDRAWN = 8;

    private static final double MOST_COST = 13;
    private static final int MOST = 120;

    /** A line with more discounts than this is not one whose discount was misread: they are taken as they were read. */
    private static final int MOST_DISCOUNTS = 12;

    private Outcomes() {}

    /** The cheapest first; empty if the line's value is not legible. */
    public static List<Outcome> of(DraftItem item, List<DraftDiscount> discounts) {
        List<LineOption> lines = LineDecoder.options(item);
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Letter> letters = item.letters().isEmpty() ? List.of(new Letter((char) 0, 0)) : item.letters();
        List<Long> plain = discounts.stream().map(d -> d.amount().value()).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (LineOption line : lines) {
            for (Letter letter : letters) {
                outcomes.add(outcome(item, line, plain, false, 0, letter));
            }
        }
        for (int i = 0; i < discounts.size() && discounts.size() <= MOST_DISCOUNTS; i++) {
            for (Alternative reading : discounts.get(i).amount().alternatives()) {
                List<Long> changed = new ArrayList<>(plain);
                changed.set(i, reading.value());
                outcomes.add(outcome(
                        item, lines.getFirst(), changed, !changed.equals(plain), reading.cost(), letters.getFirst()));
            }
        }
        if (item.reduced() != null && discounts.size() == 1) {
            pairs(outcomes, item, lines, discounts.getFirst().amount(), letters.getFirst());
        }
        return outcomes.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Outcome::cost))
                .filter(o -> o.cost() <= MOST_COST || o.line() == lines.getFirst())
                .limit(MOST)
                .toList();
    }

    /** With the value under the discount printed, line and discount may both be misread and still be certain. */
    private static void pairs(
            List<Outcome> outcomes, DraftItem item, List<LineOption> lines, Figure discount, Letter letter) {
        for (LineOption line : lines) {
            for (Alternative reading : discount.alternatives()) {
                if (item.reduced().cost(line.total() - reading.value()).isPresent()) {
                    outcomes.add(outcome(
                            item,
                            line,
                            List.of(reading.value()),
                            reading.value() != discount.value(),
                            reading.cost(),
                            letter));
                }
            }
        }
    }

    private static Outcome outcome(
            DraftItem item, LineOption line, List<Long> discounts, boolean changed, double cost, Letter letter) {
        long net = line.total() - discounts.stream().mapToLong(Long::longValue).sum();
        double all = cost + line.cost() + letter.cost();
        Holds reducedHolds = Holds.UNKNOWN;
        if (item.reduced() != null) {
            var read = item.reduced().cost(net);
            reducedHolds = Holds.of(read.isPresent());
            all += read.orElse(REDUCED_BROKEN);
        }
        if (net < 0) {
            all += OVERDRAWN;
        }
        boolean confirmed = reducedHolds == Holds.YES && net == item.reduced().value();
        boolean weak = (line.weak() || changed) && !confirmed;
        return new Outcome(line, discounts, letter.letter(), item.voids() ? -net : net, reducedHolds, weak, all);
    }
}
