package pl.paragon.analysis.grammar.abroad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.abroad.TotalEvidence.Seen;
import pl.paragon.analysis.lexicon.SaidOfAmount.Role;

/**
 * Which values the amounts of a receipt make with each other. Formed once, so that asking about each value is cheap.
 */
final class SumsOfAmounts {

    private final Set<Long> paid = new HashSet<>();
    private final Set<Long> paidLessChange = new HashSet<>();
    private final Set<Long> taxed = new HashSet<>();
    private final Map<Long, Integer> last = new HashMap<>();
    private final Map<Long, Integer> firstTotal = new HashMap<>();
    private final List<Rounding> roundings = new ArrayList<>();

    /** @param by without its sign, which is often lost */
    private record Rounding(int index, long by) {}

    private SumsOfAmounts() {}

    /** @param mostRounding a greater amount is not what was rounded off */
    static SumsOfAmounts of(List<Seen> seen, long mostRounding, Checkpoint checkpoint) {
        SumsOfAmounts sums = new SumsOfAmounts();
        for (int i = 0; i < seen.size(); i++) {
            checkpoint.pass();
            Seen s = seen.get(i);
            long value = s.figure().value();
            sums.last.put(value, i);
            if (s.is(Role.TOTAL) || s.is(Role.SUBTOTAL)) {
                sums.firstTotal.putIfAbsent(value, i);
            }
            if (s.is(Role.ROUNDING) && value != 0 && Math.abs(value) <= mostRounding) {
                sums.roundings.add(new Rounding(i, Math.abs(value)));
            }
            if (s.is(Role.PAID)) {
                sums.paid.add(value);
                values(seen, Role.CHANGE)
                        .forEach(change -> sums.paidLessChange.add(Math.abs(value) - Math.abs(change)));
            }
            if (s.is(Role.SUBTOTAL)) {
                values(seen, Role.TAX).forEach(tax -> sums.taxed.add(value + tax));
            }
        }
        return sums;
    }

    private static List<Long> values(List<Seen> seen, Role role) {
        return seen.stream()
                .filter(s -> s.is(role))
                .map(s -> s.figure().value())
                .filter(value -> value != 0)
                .toList();
    }

    boolean isPaid(long value) {
        return paid.contains(value);
    }

    boolean isPaidLessChange(long value) {
        return paidLessChange.contains(value);
    }

    /** Whether a total before tax and the tax make this amount. */
    boolean isTaxed(long value) {
        return taxed.contains(value);
    }

    /** Whether a total stands before its rounding, and this amount behind it. */
    boolean isRounded(long value) {
        return roundings.stream()
                .anyMatch(r -> last.getOrDefault(value, -1) > r.index
                        && (isTotalBefore(r.index, value + r.by) || isTotalBefore(r.index, value - r.by)));
    }

    private boolean isTotalBefore(int index, long value) {
        return firstTotal.getOrDefault(value, index) < index;
    }
}
