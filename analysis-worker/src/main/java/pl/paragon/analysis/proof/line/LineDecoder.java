package pl.paragon.analysis.proof.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.contracts.proof.Arithmetic;
import pl.paragon.contracts.receipt.Holds;

/** All ways to read a line so that quantity × unit price is its value, and, at a price, ways in which it is not. */
final class LineDecoder {

    /** The printer refuses a line that does not multiply; so if one seems to, something was misread. */
    private static final double BROKEN = 9;

    /** No value is legible: the product stands for it. */
    private static final double ILLEGIBLE = 1;

    private static final double UNPRINTED_COUNT = 1;
    private static final int MOST = 60;
    private static final long ONE = 1000;
    private static final long GREATEST_COUNT = 200;

    private LineDecoder() {}

    /** The cheapest first; empty if nothing of the line's value is legible. */
    static List<LineOption> options(DraftItem item) {
        List<LineOption> options = new ArrayList<>();
        Figure quantity = item.quantity();
        Figure price = item.unitPrice();
        Figure total = item.total();
        if (quantity != null && price != null) {
            multiplied(options, quantity, price, total);
        } else if (price != null && total != null) {
            counted(options, price, total);
        }
        if (total != null) {
            double broken = item.priced() ? BROKEN : 0;
            Holds holds = quantity != null && price != null ? Holds.NO : Holds.UNKNOWN;
            for (Alternative t : total.alternatives()) {
                Long q = quantity == null ? null : quantity.value();
                Long u = price == null ? null : price.value();
                options.add(new LineOption(q, u, t.value(), holds, t.value() != total.value(), t.cost() + broken));
            }
        }
        return cheapestOfEach(options);
    }

    private static void multiplied(List<LineOption> options, Figure quantity, Figure price, Figure total) {
        Map<Long, Double> totals = total == null ? Map.of() : total.costs();
        for (Alternative q : quantity.alternatives()) {
            for (Alternative u : price.alternatives()) {
                boolean oneIsPlain =
                        q.cost() == quantity.alternatives().getFirst().cost()
                                || u.cost() == price.alternatives().getFirst().cost();
                if (!oneIsPlain || q.value() <= 0) {
                    continue;
                }
                long product = Arithmetic.product(q.value(), u.value());
                double factors = q.cost() + u.cost();
                boolean plain = q.value() == quantity.value() && u.value() == price.value();
                if (total == null) {
                    options.add(new LineOption(q.value(), u.value(), product, Holds.YES, !plain, factors + ILLEGIBLE));
                    continue;
                }
                Double read = totals.get(product);
                boolean weak = !plain && product != total.value();
                if (read != null) {
                    options.add(new LineOption(q.value(), u.value(), product, Holds.YES, weak, factors + read));
                }
            }
        }
    }

    /** The count was not legible: it is the whole number by which the price makes the value. */
    private static void counted(List<LineOption> options, Figure price, Figure total) {
        for (Alternative t : total.alternatives()) {
            for (Alternative u : price.alternatives()) {
                boolean divides = u.value() > 0 && t.value() % u.value() == 0;
                long count = divides ? t.value() / u.value() : 0;
                if (count >= 1 && count <= GREATEST_COUNT) {
                    double many = count == 1 ? 0 : 0.5;
                    boolean weak = t.value() != total.value();
                    options.add(new LineOption(
                            count * ONE,
                            u.value(),
                            t.value(),
                            Holds.YES,
                            weak,
                            t.cost() + u.cost() + UNPRINTED_COUNT + many));
                }
            }
        }
    }

    private static List<LineOption> cheapestOfEach(List<LineOption> options) {
        options.sort(Comparator.comparingDouble(LineOption::cost));
        Set<Long> seen = new HashSet<>();
        return options.stream().filter(o -> seen.add(o.total())).limit(MOST).toList();
    }
}
