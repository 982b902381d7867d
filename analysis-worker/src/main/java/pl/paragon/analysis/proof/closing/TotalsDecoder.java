package pl.paragon.analysis.proof.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.draft.Rate;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.contracts.proof.Arithmetic;
import pl.paragon.contracts.receipt.Holds;

/**
 * Reads tax table and totals so that taxes follow from sales, sales sum to the total and taxes to their sum.
 *
 * <p>The search is bounded: a table has at most seven letters, each is read in at most {@link #MOST_ENTRIES} ways, and
 * of all ways to read the letters so far the cheapest {@link #MOST_STATES} go on.
 */
public final class TotalsDecoder {

    private static final double TAX_BROKEN = 8;
    private static final double SUM_BROKEN = 9;
    private static final double WITNESSED = 3;
    private static final double RATE_NOT_READ = 1;
    private static final double RATE_MISREAD = 4;
    private static final double MOST_COST = 16;
    private static final int MOST_STATES = 4000;
    private static final int MOST_ENTRIES = 150;
    /** How much dearer another total would be if no other can be read. */
    private static final double NO_OTHER = 99;

    /** One way to read a letter's row. */
    private record Entry(long gross, Long tax, BigDecimal unrounded, Holds holds, double cost) {}

    /** One way to read the rows so far: the last one's entry and, linked, those before it. */
    private record State(State before, Entry last, long gross, long tax, double cost) {

        static final State NONE = new State(null, null, 0, 0, 0);

        State with(Entry entry, double all) {
            return new State(this, entry, gross + entry.gross, tax + (entry.tax == null ? 0 : entry.tax), all);
        }

        List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            for (State state = this; state.last != null; state = state.before) {
                entries.addFirst(state.last);
            }
            return entries;
        }
    }

    private record Candidate(State state, long total, Holds sums, Holds taxesSum, Long taxTotal, double cost) {}

    private final List<Labelled> summary;
    private final List<Long> witnesses;
    private final List<DraftVat> vat;
    private final boolean complete;
    private final Map<Long, Double> totals;
    private final Map<Long, Double> plainTotals;
    private final Map<Long, Double> taxTotals;
    private final Checkpoint checkpoint;

    /**
     * @param witnesses what the total is by other parts of the receipt: the lines' sum, what was paid
     */
    public TotalsDecoder(Draft draft, List<Long> witnesses, Checkpoint checkpoint) {
        this.witnesses = witnesses;
        this.checkpoint = checkpoint;
        this.summary = draft.summary().stream()
                .filter(l -> !l.onlyProved() || witnesses.contains(l.amount().value()))
                .toList();
        this.vat = draft.vat().stream().filter(v -> v.gross() != null).toList();
        this.complete = !vat.isEmpty() && vat.size() == draft.vat().size();
        this.totals = costs(Sum.TOTAL);
        this.plainTotals = plain(Sum.TOTAL);
        this.taxTotals = costs(Sum.TAX);
    }

    public Totals decode() {
        List<State> states = vat.isEmpty() ? List.of() : states();
        Candidate best = null;
        double other = Double.POSITIVE_INFINITY;
        for (State state : states) {
            checkpoint.pass();
            for (Candidate candidate : candidates(state)) {
                if (best == null || candidate.cost < best.cost) {
                    other = best == null || best.total == candidate.total ? other : best.cost;
                    best = candidate;
                } else if (candidate.total != best.total) {
                    other = Math.min(other, candidate.cost);
                }
            }
        }
        return best == null ? withoutTable() : withTable(best, other - best.cost);
    }

    /** The total as the letters' sum if the print can be read so; otherwise as printed. */
    private List<Candidate> candidates(State state) {
        List<Candidate> found = new ArrayList<>();
        boolean allTaxed = state.entries().stream().allMatch(e -> e.tax != null);
        boolean compared = allTaxed && !taxTotals.isEmpty();
        Optional<Long> sum = compared ? printedSumOfTaxes(state) : Optional.empty();
        double taxCost = !compared ? 0 : sum.map(taxTotals::get).orElse(SUM_BROKEN);
        Holds taxesSum = compared ? Holds.of(sum.isPresent()) : Holds.UNKNOWN;
        Long taxTotal = sum.orElseGet(this::firstTaxTotal);
        Double asSum = totals.get(state.gross);
        if (asSum != null) {
            Holds sums = complete ? Holds.YES : Holds.UNKNOWN;
            double cost = state.cost + asSum + taxCost - witnessed(state.gross);
            found.add(new Candidate(state, state.gross, sums, taxesSum, taxTotal, cost));
        }
        plainTotals.forEach((value, read) -> {
            if (asSum == null || value != state.gross) {
                Holds sums = complete ? Holds.NO : Holds.UNKNOWN;
                double broken = complete ? SUM_BROKEN : 0;
                double cost = state.cost + (read + broken) + taxCost - witnessed(value);
                found.add(new Candidate(state, value, sums, taxesSum, taxTotal, cost));
            }
        });
        return found;
    }

    /**
     * The sum of the taxes as the print can be read: of the rounded taxes, or rounded itself, as some apps compute it.
     */
    private Optional<Long> printedSumOfTaxes(State state) {
        long roundedAtTheEnd = state.entries().stream()
                .map(Entry::unrounded)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Stream.of(state.tax, roundedAtTheEnd)
                .filter(taxTotals::containsKey)
                .min(Comparator.comparingDouble(taxTotals::get));
    }

    private double witnessed(long total) {
        return witnesses.contains(total) ? WITNESSED : 0;
    }

    private Totals withTable(Candidate best, double margin) {
        Map<Character, Long> gross = new LinkedHashMap<>();
        Map<Character, Long> tax = new LinkedHashMap<>();
        Map<Character, Holds> holds = new LinkedHashMap<>();
        List<Entry> entries = best.state.entries();
        for (int i = 0; i < vat.size(); i++) {
            char letter = vat.get(i).letter();
            Entry entry = entries.get(i);
            gross.put(letter, entry.gross);
            if (entry.tax != null) {
                tax.put(letter, entry.tax);
            }
            holds.put(letter, entry.holds);
        }
        return new Totals(best.total, gross, tax, best.taxTotal, best.sums, best.taxesSum, holds, best.cost, margin);
    }

    private Totals withoutTable() {
        record Choice(long value, double cost) {}
        List<Choice> choices = new ArrayList<>();
        for (Labelled labelled : summary) {
            if (labelled.role() == Sum.TOTAL) {
                for (Alternative read : labelled.amount().alternatives()) {
                    double cost = labelled.cost() + read.cost() - witnessed(read.value());
                    choices.add(new Choice(read.value(), cost));
                }
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::cost));
        if (choices.isEmpty()) {
            return Totals.illegible(firstTaxTotal());
        }
        Choice best = choices.getFirst();
        double other = choices.stream()
                .filter(c -> c.value != best.value)
                .mapToDouble(Choice::cost)
                .findFirst()
                .orElse(NO_OTHER);
        return Totals.withoutTable(best.value, firstTaxTotal(), best.cost, other - best.cost);
    }

    /** All ways to read the table, letter by letter, the cheapest of each pair of sums. */
    private List<State> states() {
        List<State> states = List.of(State.NONE);
        for (DraftVat row : vat) {
            List<Entry> entries = entries(row);
            Map<List<Long>, State> next = new HashMap<>();
            for (State state : states) {
                checkpoint.pass();
                for (Entry entry : entries) {
                    double cost = state.cost + entry.cost;
                    if (cost > MOST_COST && !next.isEmpty()) {
                        break; // those behind it are dearer still
                    }
                    State reached = state.with(entry, cost);
                    next.merge(List.of(reached.gross, reached.tax), reached, (a, b) -> a.cost <= b.cost ? a : b);
                }
            }
            states = next.values().stream()
                    .sorted(Comparator.comparingDouble(State::cost))
                    .limit(MOST_STATES)
                    .toList();
        }
        return states;
    }

    private static List<Entry> entries(DraftVat row) {
        List<Entry> entries = new ArrayList<>();
        List<BigDecimal> rates = rates(row);
        for (Alternative g : row.gross().alternatives()) {
            if (row.tax() == null) {
                entries.add(new Entry(g.value(), null, BigDecimal.ZERO, Holds.UNKNOWN, g.cost()));
                continue;
            }
            for (BigDecimal rate : rates) {
                long due = Arithmetic.taxWithin(g.value(), rate);
                OptionalDouble read = row.tax().cost(due);
                if (read.isPresent()) {
                    entries.add(new Entry(
                            g.value(),
                            due,
                            Arithmetic.unroundedTaxWithin(g.value(), rate),
                            Holds.YES,
                            g.cost() + read.getAsDouble() + assumed(row.rate(), rate)));
                }
            }
        }
        if (row.tax() != null) {
            for (Alternative g : row.gross().alternatives()) {
                long tax = row.tax().value();
                entries.add(new Entry(g.value(), tax, BigDecimal.valueOf(tax), Holds.NO, g.cost() + TAX_BROKEN));
            }
        }
        entries.sort(Comparator.comparingDouble(Entry::cost));
        return entries.size() > MOST_ENTRIES ? entries.subList(0, MOST_ENTRIES) : entries;
    }

    private static double assumed(Rate printed, BigDecimal rate) {
        if (printed == null) {
            return RATE_NOT_READ;
        }
        return rate.compareTo(printed.percent()) == 0 ? 0 : RATE_MISREAD;
    }

    /** The printed rate; if it was not read with certainty, also those that the letter has had. */
    private static List<BigDecimal> rates(DraftVat row) {
        List<BigDecimal> rates = new ArrayList<>();
        if (row.rate() != null) {
            rates.add(row.rate().percent());
            if (row.rate().sure()) {
                return rates;
            }
        }
        int[] usual =
                switch (row.letter()) {
                    case 'A' -> new int[] {23, 22};
                    case 'B' -> new int[] {8, 7};
                    case 'C' -> new int[] {5, 0};
                    case 'D' -> new int[] {0, 5};
                    default -> new int[] {0};
                };
        for (int rate : usual) {
            BigDecimal decimal = BigDecimal.valueOf(rate);
            if (rates.stream().noneMatch(r -> r.compareTo(decimal) == 0)) {
                rates.add(decimal);
            }
        }
        return rates;
    }

    /** The least cost of each value that an amount of this role may be. */
    private Map<Long, Double> costs(Sum role) {
        Map<Long, Double> costs = new HashMap<>();
        summary.stream().filter(l -> l.role() == role).forEach(l -> l.amount()
                .costs()
                .forEach((value, cost) -> costs.merge(value, cost + l.cost(), Math::min)));
        return costs;
    }

    /** The amounts of this role as they were read, each where it is cheapest. */
    private Map<Long, Double> plain(Sum role) {
        Map<Long, Double> costs = new LinkedHashMap<>();
        for (Labelled labelled : summary) {
            long value = labelled.amount().value();
            if (labelled.role() == role && labelled.cost() < costs.getOrDefault(value, Double.POSITIVE_INFINITY)) {
                costs.remove(value);
                costs.put(value, labelled.cost());
            }
        }
        return costs;
    }

    /** As it was read, or {@code null} if none was. */
    private Long firstTaxTotal() {
        return summary.stream()
                .filter(l -> l.role() == Sum.TAX)
                .map(l -> l.amount().value())
                .findFirst()
                .orElse(null);
    }
}
