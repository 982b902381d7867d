package pl.paragon.analysis.proof.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.analysis.engine.Checkpoint;

/**
 * Chooses for each line one of its outcomes so that the lines of each letter sum to its sales. It begins with the
 * likeliest outcome of every line and looks for the cheapest change of at most three lines that makes all sums right.
 * Whether the next best change is much dearer tells whether the choice is certain.
 *
 * <p>Changes are tried from the cheapest on, and those that cost no less than the second best solution so far are
 * passed over: they change neither the choice nor its certainty. So a search takes at most (changes × lines) steps for
 * two lines, and (160² × lines) for three, where only the cheapest changes are tried at all.
 */
public final class SumSolver {

    /** Odd multipliers that make one number of the sums of all letters. */
    private static final long[] WEIGHTS = {
        0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL, 0x165667B19E3779F9L, 0xD6E8FEB86659FD93L,
        0xA0761D6478BD642FL, 0xE7037ED1A0B428DBL, 0x8EBC6AF09C88C6E3L, 0x589965CC75374CC3L
    };

    /** A repair stands when the next best explanation is at least e³ ≈ 20 times less probable. */
    public static final double CLEAR = 3;

    private static final int MOST_FOR_THREE = 160;

    private record Change(int line, Outcome outcome, long shift, double cost) {}

    /**
     * @param outcomes one for each line
     * @param cost of the changes
     * @param margin by how much the next best solution with other values is dearer
     */
    public record Solution(List<Outcome> outcomes, double cost, double margin) {}

    private final List<List<Outcome>> lines;
    private final boolean byLetter;
    private final Checkpoint checkpoint;
    private Solution best;
    private double second = Double.POSITIVE_INFINITY;

    private SumSolver(List<List<Outcome>> lines, boolean byLetter, Checkpoint checkpoint) {
        this.lines = lines;
        this.byLetter = byLetter;
        this.checkpoint = checkpoint;
    }

    /** The solution for sums by letter, or {@code null} if there is none. */
    public static Solution byLetter(List<List<Outcome>> lines, Map<Character, Long> sums, Checkpoint checkpoint) {
        long target = 0;
        for (Map.Entry<Character, Long> sum : sums.entrySet()) {
            target += sum.getValue() * weight(sum.getKey());
        }
        return new SumSolver(lines, true, checkpoint).solve(target);
    }

    /** The solution for one sum of all lines, or {@code null} if there is none. */
    public static Solution total(List<List<Outcome>> lines, long sum, Checkpoint checkpoint) {
        return new SumSolver(lines, false, checkpoint).solve(sum);
    }

    private Solution solve(long target) {
        List<Outcome> base = lines.stream().map(List::getFirst).toList();
        long missing = target - base.stream().mapToLong(this::value).sum();
        if (missing == 0) {
            offer(base, List.of());
        }
        List<Change> changes = changes(base);
        Map<Long, List<Change>> byShift = new HashMap<>();
        changes.forEach(
                c -> byShift.computeIfAbsent(c.shift, s -> new ArrayList<>()).add(c));
        for (Change one : byShift.getOrDefault(missing, List.of())) {
            offer(base, List.of(one));
        }
        for (Change one : changes) {
            checkpoint.pass();
            for (Change two : byShift.getOrDefault(missing - one.shift, List.of())) {
                if (one.cost + two.cost >= second) {
                    break;
                }
                if (one.line < two.line) {
                    offer(base, List.of(one, two));
                }
            }
        }
        if (best == null) {
            three(base, changes, byShift, missing);
        }
        return best == null ? null : new Solution(best.outcomes, best.cost, second - best.cost);
    }

    private void three(List<Outcome> base, List<Change> changes, Map<Long, List<Change>> byShift, long missing) {
        List<Change> few = changes.size() > MOST_FOR_THREE ? changes.subList(0, MOST_FOR_THREE) : changes;
        for (Change one : few) {
            for (Change two : few) {
                checkpoint.pass();
                if (one.line >= two.line) {
                    continue;
                }
                for (Change three : byShift.getOrDefault(missing - one.shift - two.shift, List.of())) {
                    if (one.cost + two.cost + three.cost >= second) {
                        break;
                    }
                    if (two.line < three.line) {
                        offer(base, List.of(one, two, three));
                    }
                }
            }
        }
    }

    private List<Change> changes(List<Outcome> base) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Outcome likeliest = base.get(i);
            Set<Long> shifts = new HashSet<>();
            for (Outcome outcome : lines.get(i)) {
                long shift = value(outcome) - value(likeliest);
                if (shift != 0 && shifts.add(shift)) {
                    changes.add(new Change(i, outcome, shift, outcome.cost() - likeliest.cost()));
                }
            }
        }
        changes.sort(Comparator.comparingDouble(Change::cost));
        return changes;
    }

    private void offer(List<Outcome> base, List<Change> changes) {
        checkpoint.pass();
        double cost = changes.stream().mapToDouble(Change::cost).sum();
        if (best != null && cost >= best.cost) {
            second = Math.min(second, cost);
            return;
        }
        if (best != null) {
            second = best.cost;
        }
        List<Outcome> outcomes = new ArrayList<>(base);
        changes.forEach(c -> outcomes.set(c.line, c.outcome));
        best = new Solution(List.copyOf(outcomes), cost, 0);
    }

    private long value(Outcome outcome) {
        return byLetter ? outcome.net() * weight(outcome.letter()) : outcome.net();
    }

    static long weight(char letter) {
        return WEIGHTS[letter == 0 ? 7 : letter - 'A'];
    }
}
