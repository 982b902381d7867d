package pl.paragon.analysis.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Figure;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.draft.Labelled.Role;
import pl.paragon.analysis.draft.Reading;

/** Reads tax table and totals so that taxes follow from sales, sales sum to the total and taxes to their sum. */
final class TotalsDecoder {

    private static final double TAX_BROKEN = 8;
    private static final double SUM_BROKEN = 9;
    private static final double WITNESSED = 3;
    private static final double MOST_COST = 16;
    private static final int MOST_STATES = 4000;

    private record Entry(long gross, Long tax, Boolean holds, double cost) {}

    private record State(List<Entry> entries, long gross, long tax, double cost) {}

    private final Draft draft;
    private final List<Labelled> summary;
    private final List<Long> witnesses;

    /**
     * @param witnesses what the total is by other parts of the receipt: the lines' sum, what was paid
     */
    TotalsDecoder(Draft draft, List<Long> witnesses) {
        this.draft = draft;
        this.witnesses = witnesses;
        this.summary = draft.summary().stream()
                .filter(l -> !l.onlyProved() || witnesses.contains(l.amount().value()))
                .toList();
    }

    Totals decode() {
        List<DraftVat> vat = draft.vat().stream().filter(v -> v.gross() != null).toList();
        boolean complete = !vat.isEmpty() && draft.vat().stream().allMatch(v -> v.gross() != null);
        List<State> states = vat.isEmpty() ? List.of() : states(vat);
        Totals best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        double otherCost = Double.POSITIVE_INFINITY;
        for (State state : states) {
            for (Candidate candidate : candidates(state, complete)) {
                double cost = candidate.cost;
                if (best == null || cost < bestCost) {
                    if (best != null && !best.total().equals(candidate.totals.total())) {
                        otherCost = bestCost;
                    }
                    best = candidate.totals;
                    bestCost = cost;
                } else if (!candidate.totals.total().equals(best.total())) {
                    otherCost = Math.min(otherCost, cost);
                }
            }
        }
        if (best == null) {
            return withoutTable();
        }
        return new Totals(
                best.total(),
                best.totalCost(),
                best.gross(),
                best.tax(),
                best.taxTotal(),
                best.grossSumsToTotal(),
                best.taxesSum(),
                best.taxHolds(),
                bestCost,
                otherCost - bestCost);
    }

    private record Candidate(Totals totals, double cost) {}

    /** The total as the letters' sum, where the print can be read so; otherwise as printed. */
    private List<Candidate> candidates(State state, boolean complete) {
        List<Candidate> found = new ArrayList<>();
        OptionalDouble taxes = cost(Role.TAX, state.tax);
        boolean taxTotalPrinted = has(Role.TAX);
        boolean allTaxed = state.entries.stream().allMatch(e -> e.tax != null);
        double taxCost = taxTotalPrinted && allTaxed ? taxes.orElse(SUM_BROKEN) : 0;
        Boolean taxesSum = taxTotalPrinted && allTaxed ? taxes.isPresent() : null;
        Long taxTotal = taxes.isPresent() && taxTotalPrinted ? (Long) state.tax : plain(Role.TAX);
        OptionalDouble asSum = cost(Role.TOTAL, state.gross);
        if (asSum.isPresent()) {
            found.add(candidate(
                    state,
                    state.gross,
                    asSum.getAsDouble(),
                    complete ? Boolean.TRUE : null,
                    taxesSum,
                    taxTotal,
                    taxCost));
        }
        for (Labelled labelled : summary) {
            if (labelled.role() == Role.TOTAL) {
                long value = labelled.amount().value();
                if (asSum.isEmpty() || value != state.gross) {
                    double broken = complete ? SUM_BROKEN : 0;
                    found.add(candidate(
                            state,
                            value,
                            labelled.cost() + broken,
                            complete ? Boolean.FALSE : null,
                            taxesSum,
                            taxTotal,
                            taxCost));
                }
            }
        }
        return found;
    }

    private Candidate candidate(
            State state, long total, double totalCost, Boolean sums, Boolean taxesSum, Long taxTotal, double taxCost) {
        Map<Character, Long> gross = new LinkedHashMap<>();
        Map<Character, Long> tax = new LinkedHashMap<>();
        Map<Character, Boolean> holds = new LinkedHashMap<>();
        List<DraftVat> vat = draft.vat().stream().filter(v -> v.gross() != null).toList();
        for (int i = 0; i < vat.size(); i++) {
            Entry entry = state.entries.get(i);
            gross.put(vat.get(i).letter(), entry.gross);
            if (entry.tax != null) {
                tax.put(vat.get(i).letter(), entry.tax);
            }
            holds.put(vat.get(i).letter(), entry.holds);
        }
        double witnessed = witnesses.contains(total) ? WITNESSED : 0;
        return new Candidate(
                new Totals(total, totalCost, gross, tax, taxTotal, sums, taxesSum, holds, 0, 0),
                state.cost + totalCost + taxCost - witnessed);
    }

    private Totals withoutTable() {
        record Choice(long value, double cost) {}
        List<Choice> choices = new ArrayList<>();
        for (Labelled labelled : summary) {
            if (labelled.role() == Role.TOTAL) {
                for (Reading reading : labelled.amount().readings()) {
                    double witnessed = witnesses.contains(reading.value()) ? WITNESSED : 0;
                    choices.add(new Choice(reading.value(), labelled.cost() + reading.cost() - witnessed));
                }
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::cost));
        if (choices.isEmpty()) {
            return new Totals(null, 0, Map.of(), Map.of(), plain(Role.TAX), null, null, Map.of(), 0, 0);
        }
        Choice best = choices.getFirst();
        double other = choices.stream()
                .filter(c -> c.value != best.value)
                .mapToDouble(Choice::cost)
                .findFirst()
                .orElse(99);
        return new Totals(
                best.value,
                best.cost,
                Map.of(),
                Map.of(),
                plain(Role.TAX),
                null,
                null,
                Map.of(),
                best.cost,
                other - best.cost);
    }

    /** All ways to read the table, letter by letter, the cheapest of each pair of sums. */
    private List<State> states(List<DraftVat> vat) {
        List<State> states = List.of(new State(List.of(), 0, 0, 0));
        for (DraftVat row : vat) {
            List<Entry> entries = entries(row);
            Map<List<Long>, State> next = new HashMap<>();
            for (State state : states) {
                for (Entry entry : entries) {
                    double cost = state.cost + entry.cost;
                    if (cost > MOST_COST && !next.isEmpty()) {
                        continue;
                    }
                    List<Entry> all = new ArrayList<>(state.entries);
                    all.add(entry);
                    State reached = new State(
                            all, state.gross + entry.gross, state.tax + (entry.tax == null ? 0 : entry.tax), cost);
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
        for (Reading g : row.gross().readings()) {
            if (row.tax() == null) {
                entries.add(new Entry(g.value(), null, null, g.cost()));
                continue;
            }
            for (BigDecimal rate : rates) {
                long due = Arithmetic.taxWithin(g.value(), rate);
                OptionalDouble read = row.tax().cost(due);
                if (read.isPresent()) {
                    double assumed = row.rate() == null ? 1 : rate.compareTo(row.rate()) == 0 ? 0 : 4;
                    entries.add(new Entry(g.value(), due, true, g.cost() + read.getAsDouble() + assumed));
                }
            }
        }
        if (row.tax() != null) {
            for (Reading g : row.gross().readings()) {
                entries.add(new Entry(g.value(), row.tax().value(), false, g.cost() + TAX_BROKEN));
            }
        }
        entries.sort(Comparator.comparingDouble(Entry::cost));
        return entries.size() > 150 ? entries.subList(0, 150) : entries;
    }

    /** The printed rate; beside it, or without one, those that the letter has had. */
    private static List<BigDecimal> rates(DraftVat row) {
        List<BigDecimal> rates = new ArrayList<>();
        if (row.rate() != null) {
            rates.add(row.rate());
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

    private boolean has(Role role) {
        return summary.stream().anyMatch(l -> l.role() == role);
    }

    private OptionalDouble cost(Role role, long value) {
        return summary.stream()
                .filter(l -> l.role() == role)
                .map(l -> {
                    OptionalDouble read = l.amount().cost(value);
                    return read.isPresent() ? OptionalDouble.of(read.getAsDouble() + l.cost()) : read;
                })
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }

    private Long plain(Role role) {
        OptionalLong value = summary.stream()
                .filter(l -> l.role() == role)
                .map(Labelled::amount)
                .mapToLong(Figure::value)
                .findFirst();
        return value.isPresent() ? value.getAsLong() : null;
    }
}
