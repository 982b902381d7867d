package pl.paragon.analysis.proof.line;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Letter;

/**
 * Which tax letter each line bears where the lines' values are settled but their letters are not: the sales by letter
 * in the tax table say which assignment is right. Where none closes, or several do, only what is plainly printed is
 * known.
 */
public final class TaxLetters {

    /** A line without a legible letter may have any of the table's. */
    private static final double UNREAD = 1;

    private static final double MOST_COST = 18;

    /** With more ways than these nothing is clear. */
    private static final int MOST_WAYS = 4000;

    /**
     * The cheapest way to the same sums (in one number, see {@link SumSolver#weight}), and the cost of the next best.
     */
    private record Way(Way before, char letter, long sums, double cost, double second) {}

    private TaxLetters() {}

    /**
     * @param sales by letter, complete
     * @return the outcomes with the letters that the sales prove; without those that are neither proved nor plainly
     *     read
     */
    public static List<Outcome> prove(
            List<DraftItem> items, List<Outcome> outcomes, Map<Character, Long> sales, Checkpoint checkpoint) {
        Way way = cheapest(items, outcomes, sales, checkpoint);
        boolean proved = way != null && way.second - way.cost >= SumSolver.CLEAR;
        List<Outcome> lettered = new ArrayList<>(outcomes);
        for (int i = items.size() - 1; i >= 0; i--) {
            lettered.set(i, outcomes.get(i).withLetter(proved ? way.letter : plain(items.get(i))));
            way = proved ? way.before : null;
        }
        return lettered;
    }

    /** The letter as it was read, 0 if it was not read as one. */
    public static char plain(DraftItem item) {
        return item.letters().isEmpty() || item.letters().getFirst().cost() > 0
                ? 0
                : item.letters().getFirst().letter();
    }

    private static Way cheapest(
            List<DraftItem> items, List<Outcome> outcomes, Map<Character, Long> sales, Checkpoint checkpoint) {
        long target = 0;
        for (Map.Entry<Character, Long> sale : sales.entrySet()) {
            target += sale.getValue() * SumSolver.weight(sale.getKey());
        }
        Collection<Way> ways = List.of(new Way(null, (char) 0, 0, 0, Double.POSITIVE_INFINITY));
        for (int i = 0; i < items.size(); i++) {
            checkpoint.pass();
            Map<Long, Way> next = new HashMap<>();
            List<Letter> letters = letters(items.get(i), sales);
            for (Way way : ways) {
                if (next.size() > MOST_WAYS) {
                    return null;
                }
                for (Letter letter : letters) {
                    if (way.cost + letter.cost() <= MOST_COST) {
                        Way reached = way(way, letter, outcomes.get(i).net());
                        next.merge(reached.sums, reached, TaxLetters::better);
                    }
                }
            }
            if (next.size() > MOST_WAYS) {
                return null;
            }
            ways = next.values();
        }
        for (Way way : ways) {
            if (way.sums == target) {
                return way;
            }
        }
        return null;
    }

    private static List<Letter> letters(DraftItem item, Map<Character, Long> sales) {
        if (item.letters().isEmpty()) {
            return sales.keySet().stream().map(l -> new Letter(l, UNREAD)).toList();
        }
        return item.letters().stream()
                .filter(l -> sales.containsKey(l.letter()))
                .toList();
    }

    private static Way way(Way before, Letter letter, long net) {
        return new Way(
                before,
                letter.letter(),
                before.sums + net * SumSolver.weight(letter.letter()),
                before.cost + letter.cost(),
                before.second + letter.cost());
    }

    private static Way better(Way a, Way b) {
        Way best = a.cost <= b.cost ? a : b;
        Way other = best == a ? b : a;
        return new Way(best.before, best.letter, best.sums, best.cost, Math.min(best.second, other.cost));
    }
}
