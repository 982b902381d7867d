package pl.paragon.analysis.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.analysis.proof.line.LineOption;
import pl.paragon.analysis.proof.line.Outcome;
import pl.paragon.contracts.proof.Arithmetic;
import pl.paragon.contracts.proof.Equation;
import pl.paragon.contracts.proof.Equations;
import pl.paragon.contracts.receipt.Holds;

/** The equations of the lines: of each one alone, and of their sums. */
final class GoodsEquations {

    private final Equations equations;
    private final Draft draft;
    private final Rows rows;
    private final List<Outcome> outcomes;
    private final List<List<DraftDiscount>> discounts;
    private final Totals totals;
    private final long loose;

    /** @param loose discounts of the receipt as a whole, in grosze */
    GoodsEquations(
            Equations equations,
            Draft draft,
            List<Outcome> outcomes,
            List<List<DraftDiscount>> discounts,
            Totals totals,
            long loose) {
        this.equations = equations;
        this.draft = draft;
        this.rows = new Rows(draft);
        this.outcomes = outcomes;
        this.discounts = discounts;
        this.totals = totals;
        this.loose = loose;
    }

    void form() {
        lines();
        sums();
    }

    private void lines() {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            DraftItem item = draft.items().get(i);
            if (outcome == null) {
                equations.warnOfIllegibleLine(item.name());
                continue;
            }
            LineOption line = outcome.line();
            boolean inferred = item.quantity() == null;
            if (!inferred && line.quantity() != null && line.unitPrice() != null) {
                long product = Arithmetic.product(line.quantity(), line.unitPrice());
                equations.form(
                        Equation.QUANTITY_TIMES_PRICE,
                        Holds.of(product == line.total()),
                        line.total(),
                        product,
                        List.of(item.trace().row()));
            }
            long given = outcome.discounts().stream().mapToLong(Long::longValue).sum();
            if (given > line.total()) {
                equations.form(Equation.DISCOUNT_WITHIN_LINE, Holds.NO, given, line.total(), rowsWithDiscounts(i));
            }
            if (outcome.reducedHolds() != Holds.UNKNOWN) {
                equations.form(
                        Equation.VALUE_AFTER_DISCOUNT,
                        outcome.reducedHolds(),
                        item.reduced().value(),
                        Math.abs(outcome.net()),
                        List.of(item.trace().row(), item.reduced().trace().row()));
            }
        }
    }

    private void sums() {
        boolean legible = outcomes.stream().noneMatch(Objects::isNull);
        List<Integer> printedOn = Rows.concat(
                draft.items().stream().map(i -> i.trace().row()).toList(),
                draft.discounts().stream().map(d -> d.trace().row()).toList());
        long sum = outcomes.stream()
                        .filter(Objects::nonNull)
                        .mapToLong(Outcome::net)
                        .sum()
                - loose;
        if (totals.total() == null) {
            equations.warnOfIllegibleTotal();
        } else if (!outcomes.isEmpty()) {
            equations.form(
                    Equation.ITEMS_SUM_TO_TOTAL,
                    legible ? Holds.of(totals.total() == sum) : Holds.UNKNOWN,
                    totals.total(),
                    sum,
                    Rows.concat(printedOn, rows.of(Sum.TOTAL)));
        }
        if (byLetter() && legible) {
            Map<Character, Long> sums = new LinkedHashMap<>();
            totals.gross().keySet().forEach(l -> sums.put(l, 0L));
            outcomes.forEach(o -> sums.merge(o.letter(), o.net(), Long::sum));
            sums.forEach((letter, value) -> {
                long printed = totals.gross().getOrDefault(letter, 0L);
                equations.form(
                        Equation.ITEMS_SUM_TO_SALES_,
                        letter,
                        loose == 0 ? Holds.of(printed == value) : Holds.UNKNOWN,
                        printed,
                        value,
                        Rows.concat(rowsOf(letter), rows.ofSales(letter)));
            });
        }
        draft.summary().stream()
                .filter(l -> l.role() == Sum.DISCOUNTS)
                .findFirst()
                .ifPresent(printed -> {
                    long given = loose
                            + IntStream.range(0, outcomes.size())
                                    .filter(i -> outcomes.get(i) != null)
                                    .mapToLong(i -> outcomes.get(i).discounts().stream()
                                            .mapToLong(Long::longValue)
                                            .sum())
                                    .sum();
                    Holds holds = Holds.of(printed.amount().cost(given).isPresent());
                    equations.form(
                            Equation.DISCOUNTS_SUM,
                            holds,
                            printed.amount().value(),
                            given,
                            Rows.concat(
                                    draft.discounts().stream()
                                            .map(d -> d.trace().row())
                                            .toList(),
                                    rows.of(Sum.DISCOUNTS)));
                });
    }

    private List<Integer> rowsOf(char letter) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).letter() == letter)
                .boxed()
                .flatMap(i -> rowsWithDiscounts(i).stream())
                .toList();
    }

    private List<Integer> rowsWithDiscounts(int item) {
        List<Integer> printedOn = new ArrayList<>();
        printedOn.add(draft.items().get(item).trace().row());
        discounts.get(item).forEach(d -> printedOn.add(d.trace().row()));
        return printedOn;
    }

    private boolean byLetter() {
        return !totals.gross().isEmpty()
                && totals.grossSumsToTotal() != Holds.UNKNOWN
                && draft.items().stream().noneMatch(i -> i.letters().isEmpty());
    }
}
