package pl.paragon.analysis.grammar.abroad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftPayment.Means;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextLimits;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.lexicon.SaidOfAmount.Role;
import pl.paragon.analysis.lexicon.SaidOfAmount.Said;
import pl.paragon.analysis.lexicon.Sum;

/**
 * Weighs which amount of a receipt is its total: by its words, by how often it is said, and by the sums that it closes.
 */
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

    /** An amount may close a sum with any two others, so every further one costs more than the last. */
    private static final int MOST_AMOUNTS = 1_000;

    /** @param table whether it stands in a tax table, where words say nothing of the total */
    record Seen(Said words, Figure figure, boolean table) {

        boolean is(Role role) {
            return words != null && words.role() == role && !(table && role != Role.PAID && role != Role.CHANGE);
        }
    }

    private final List<Seen> seen = new ArrayList<>();
    private final Checkpoint checkpoint;
    private boolean table;

    TotalEvidence(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

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
        TextLimits.atMost(MOST_AMOUNTS, seen.size(), "amounts");
    }

    /** The candidates for the total, the likeliest first; each costs what it lacks to the best. */
    List<Labelled> candidates() {
        SumsOfAmounts sums = SumsOfAmounts.of(seen, MOST_ROUNDING, checkpoint);
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
        if (seen.stream().anyMatch(s -> s.is(Role.TOTAL))) {
            scores.keySet().removeIf(value -> onlyPaid(value) && !sums.isRounded(value));
        }
        scores.replaceAll((value, score) -> score + support(value, sums));
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Labelled> candidates = new ArrayList<>(scores.entrySet().stream()
                .filter(e -> best >= LEAST)
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(e -> new Labelled(
                        Sum.TOTAL,
                        figures.get(e.getKey()),
                        best - e.getValue(),
                        onlyPaid(e.getKey()) && !sums.isRounded(e.getKey())))
                .toList());
        seen.stream()
                .filter(s ->
                        s.is(Role.ROUNDING) && s.figure.value() != 0 && Math.abs(s.figure.value()) <= MOST_ROUNDING)
                .forEach(s -> candidates.add(new Labelled(Sum.ROUNDING, s.figure, 0)));
        IntStream.range(0, seen.size())
                .filter(this::onRounding)
                .mapToObj(this::roundedBy)
                .filter(figure -> figure.value() != 0)
                .forEach(figure -> candidates.add(new Labelled(Sum.ROUNDING, figure, 0)));
        return List.copyOf(candidates);
    }

    List<DraftPayment> payments() {
        List<DraftPayment> payments = new ArrayList<>();
        for (Seen s : seen) {
            if (s.is(Role.PAID) || s.is(Role.CHANGE)) {
                payments.add(new DraftPayment(s.words.letters(), s.figure, means(s), s.figure.trace()));
            }
        }
        return payments;
    }

    private static Means means(Seen s) {
        return s.is(Role.CHANGE) ? Means.CHANGE : Means.CASH; // no word tells for certain that no change was given
    }

    /** What was handed over is no total if a total is printed, unless it is that total rounded. */
    private boolean onlyPaid(long value) {
        return seen.stream().filter(s -> s.figure.value() == value).allMatch(s -> s.is(Role.PAID) || s.is(Role.CHANGE));
    }

    /** An amount whose words are not legible, right behind the rounding of a total that it hardly differs from. */
    private boolean behindRounding(int index) {
        return index >= 2
                && seen.get(index).words == null
                && seen.get(index - 1).is(Role.ROUNDING)
                && unrounded(index).isPresent();
    }

    /** A till that prints the rounded total where the rounding should be. */
    private boolean onRounding(int index) {
        Seen s = seen.get(index);
        return s.is(Role.ROUNDING)
                && Math.abs(s.figure.value()) > MOST_ROUNDING
                && unrounded(index).isPresent();
    }

    private Figure roundedBy(int index) {
        Figure rounded = seen.get(index).figure;
        long by = rounded.value() - unrounded(index).orElseThrow().figure.value();
        return new Figure(List.of(new Alternative(by, 0)), rounded.trace());
    }

    /** The total above of which an amount is the rounded one. */
    private Optional<Seen> unrounded(int index) {
        long value = seen.get(index).figure.value();
        return seen.subList(0, index).stream()
                .filter(s -> s.is(Role.TOTAL) || s.is(Role.SUBTOTAL))
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
    private static double support(long value, SumsOfAmounts sums) {
        return Math.max(sums.isPaid(value) ? PAID_EXACTLY : 0, sums.isPaidLessChange(value) ? PAID_LESS_CHANGE : 0)
                + (sums.isRounded(value) ? ROUNDED : 0)
                + (sums.isTaxed(value) ? SUBTOTAL_AND_TAX : 0);
    }
}
