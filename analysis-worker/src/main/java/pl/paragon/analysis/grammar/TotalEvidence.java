package pl.paragon.analysis.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.Figure;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.draft.Reading;
import pl.paragon.analysis.grammar.SaidOfAmount.Role;
import pl.paragon.analysis.grammar.SaidOfAmount.Said;

/** Weighs which amount of a receipt is its total: by its words, by how often it is said, and by the sums that it closes. */
final class TotalEvidence {

    private static final double PAID_LESS_CHANGE = 2.5;
    private static final double ROUNDED = 2.5;
    private static final double SUBTOTAL_AND_TAX = 1.5;
    private static final double SAID_AGAIN = 0.75;
    private static final double PAID_EXACTLY = 1;
    private static final double IN_TABLE = 0.3;
    private static final double LEAST = 0.9;
    private static final long MOST_ROUNDING = 100;

    private static final double BEHIND_ROUNDING = 3.5;
    private static final long MOST_CENTS_ROUNDED = 5;

    private record Seen(Said words, Figure figure, boolean table) {}

    private final List<Seen> seen = new ArrayList<>();
    private boolean table;

    /** What follows stands in a tax table. */
    void tableBegins() {
        table = true;
    }

    /**
     * @param words what stands before the amount says, or {@code null}
     * @param amounts how many amounts share the row
     */
    void add(Said words, Figure figure, int amounts) {
        boolean row = table || amounts > 2;
        if (words != null && words.role() == Role.PAID) {
            table = false;
            row = false;
        }
        seen.add(new Seen(words, figure, row));
    }

    /** The candidates for the total, the likeliest first; each costs what it lacks to the best. */
    List<Labelled> candidates() {
        Map<Long, Double> scores = new LinkedHashMap<>();
        Map<Long, Figure> figures = new HashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            Seen s = seen.get(i);
            double weight = behindRounding(i) || onRounding(i) ? BEHIND_ROUNDING : weight(s);
            if (weight > 0 && s.figure.value() > 0) {
                long value = s.figure.value();
                scores.merge(value, weight, (a, b) -> Math.max(a, b) + SAID_AGAIN);
                figures.putIfAbsent(value, s.figure);
            }
        }
        if (seen.stream().anyMatch(s -> is(s, Role.TOTAL))) {
            scores.keySet().removeIf(value -> onlyPaid(value) && !rounded(value));
        }
        scores.replaceAll((value, score) -> score + support(value));
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Labelled> candidates = new ArrayList<>(scores.entrySet().stream()
                .filter(e -> best >= LEAST)
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(e -> new Labelled(
                        Labelled.Role.TOTAL,
                        figures.get(e.getKey()),
                        best - e.getValue(),
                        onlyPaid(e.getKey()) && !rounded(e.getKey())))
                .toList());
        seen.stream()
                .filter(s ->
                        is(s, Role.ROUNDING) && s.figure.value() != 0 && Math.abs(s.figure.value()) <= MOST_ROUNDING)
                .forEach(s -> candidates.add(new Labelled(Labelled.Role.ROUNDING, s.figure, 0)));
        IntStream.range(0, seen.size())
                .filter(this::onRounding)
                .mapToObj(this::roundedBy)
                .filter(figure -> figure.value() != 0)
                .forEach(figure -> candidates.add(new Labelled(Labelled.Role.ROUNDING, figure, 0)));
        return List.copyOf(candidates);
    }

    List<DraftPayment> payments() {
        List<DraftPayment> payments = new ArrayList<>();
        for (Seen s : seen) {
            if (is(s, Role.PAID) || is(s, Role.CHANGE)) {
                payments.add(new DraftPayment(s.words.letters(), s.figure, is(s, Role.CHANGE), s.figure.trace()));
            }
        }
        return payments;
    }

    /** What was handed over is no total where a total is printed, unless it is that total rounded. */
    private boolean onlyPaid(long value) {
        return seen.stream()
                .filter(s -> s.figure.value() == value)
                .allMatch(s -> is(s, Role.PAID) || is(s, Role.CHANGE));
    }

    /** An amount whose words are not legible, right behind the rounding of a total that it hardly differs from. */
    private boolean behindRounding(int index) {
        return index >= 2
                && seen.get(index).words == null
                && is(seen.get(index - 1), Role.ROUNDING)
                && unrounded(index).isPresent();
    }

    /** A till that prints, as its rounding, what the total is rounded to. */
    private boolean onRounding(int index) {
        Seen s = seen.get(index);
        return is(s, Role.ROUNDING)
                && Math.abs(s.figure.value()) > MOST_ROUNDING
                && unrounded(index).isPresent();
    }

    private Figure roundedBy(int index) {
        Figure rounded = seen.get(index).figure;
        long by = rounded.value() - unrounded(index).orElseThrow().figure.value();
        return new Figure(List.of(new Reading(by, 0)), rounded.trace());
    }

    /** The total above of which an amount is the rounded one. */
    private Optional<Seen> unrounded(int index) {
        long value = seen.get(index).figure.value();
        return seen.subList(0, index).stream()
                .filter(s -> is(s, Role.TOTAL) || is(s, Role.SUBTOTAL))
                .filter(s -> Math.abs(s.figure.value() - value) <= MOST_CENTS_ROUNDED)
                .findFirst();
    }

    private static double weight(Seen s) {
        if (s.words == null) {
            return 0;
        }
        double weight =
                switch (s.words.role()) {
                    case TOTAL -> s.words.weight();
                    case SUBTOTAL, PAID -> s.words.weight();
                    case ROUNDING -> Math.abs(s.figure.value()) > MOST_ROUNDING ? 2 : 0;
                    case TAX, CHANGE, TABLE, NONE -> 0;
                };
        return s.table ? Math.min(weight, IN_TABLE) : weight;
    }

    /** What else on the receipt makes this amount. */
    private double support(long value) {
        boolean exactly = seen.stream().anyMatch(s -> is(s, Role.PAID) && s.figure.value() == value);
        return Math.max(exactly ? PAID_EXACTLY : 0, paidLessChange(value) ? PAID_LESS_CHANGE : 0)
                + (rounded(value) ? ROUNDED : 0)
                + (taxed(value) ? SUBTOTAL_AND_TAX : 0);
    }

    private boolean paidLessChange(long value) {
        return any(Role.PAID, Role.CHANGE, (paid, change) -> change != 0 && Math.abs(paid) - Math.abs(change) == value);
    }

    private boolean taxed(long value) {
        return any(Role.SUBTOTAL, Role.TAX, (net, tax) -> tax != 0 && net + tax == value);
    }

    /** A total before the rounding, the rounding, and this amount behind it. The rounding's sign is often lost. */
    private boolean rounded(long value) {
        for (int r = 1; r < seen.size(); r++) {
            long rounding = Math.abs(seen.get(r).figure.value());
            if (!is(seen.get(r), Role.ROUNDING) || rounding == 0 || rounding > MOST_ROUNDING) {
                continue;
            }
            boolean before = seen.subList(0, r).stream()
                    .anyMatch(s -> (is(s, Role.TOTAL) || is(s, Role.SUBTOTAL))
                            && Math.abs(s.figure.value() - value) == rounding);
            boolean behind = seen.subList(r + 1, seen.size()).stream().anyMatch(s -> s.figure.value() == value);
            if (before && behind) {
                return true;
            }
        }
        return false;
    }

    private interface Equation {
        boolean holds(long a, long b);
    }

    private boolean any(Role first, Role second, Equation equation) {
        return seen.stream().filter(a -> is(a, first)).anyMatch(a -> seen.stream()
                .filter(b -> is(b, second))
                .anyMatch(b -> equation.holds(a.figure.value(), b.figure.value())));
    }

    private static boolean is(Seen s, Role role) {
        return s.words != null && s.words.role() == role && !(s.table && role != Role.PAID && role != Role.CHANGE);
    }
}
