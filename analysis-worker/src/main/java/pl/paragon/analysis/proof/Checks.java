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
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Labelled.Role;
import pl.paragon.analysis.proof.Reconciler.Choice;
import pl.paragon.analysis.proof.Reconciler.Closing;
import pl.paragon.analysis.proof.closing.Deposits;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.analysis.proof.line.Arithmetic;
import pl.paragon.analysis.proof.line.LineOption;
import pl.paragon.analysis.proof.line.Outcome;
import pl.paragon.analysis.proof.line.SumSolver;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** Forms every equation that the receipt's figures allow, and the verdict that follows. */
final class Checks {

    private final Draft draft;
    private final List<Outcome> outcomes;
    private final List<List<DraftDiscount>> discounts;
    private final Totals totals;
    private final Deposits deposits;
    private final long loose;
    private final List<Check> checks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Checks(
            Draft draft,
            List<Outcome> outcomes,
            List<List<DraftDiscount>> discounts,
            Totals totals,
            Deposits deposits,
            long loose) {
        this.draft = draft;
        this.outcomes = outcomes;
        this.discounts = discounts;
        this.totals = totals;
        this.deposits = deposits;
        this.loose = loose;
    }

    Verification verification(Choice choice) {
        lines();
        sums();
        taxes();
        payments();
        return new Verification(verdict(choice), checks, warnings);
    }

    private void lines() {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            DraftItem item = draft.items().get(i);
            if (outcome == null) {
                warnings.add("Nie udało się odczytać wartości pozycji „" + item.name() + "”.");
                continue;
            }
            LineOption line = outcome.line();
            if (line.quantity() != null && line.unitPrice() != null) {
                long product = Arithmetic.product(line.quantity(), line.unitPrice());
                add(
                        "quantity_times_price",
                        Holds.of(product == line.total()),
                        line.total(),
                        product,
                        List.of(item.trace().row()));
            }
            if (outcome.reducedHolds() != Holds.UNKNOWN) {
                add(
                        "value_after_discount",
                        outcome.reducedHolds(),
                        item.reduced().value(),
                        Math.abs(outcome.net()),
                        List.of(item.trace().row(), item.reduced().trace().row()));
            }
        }
    }

    private void sums() {
        boolean legible = outcomes.stream().noneMatch(Objects::isNull);
        List<Integer> rows = draft.items().stream().map(i -> i.trace().row()).toList();
        long sum = outcomes.stream()
                        .filter(Objects::nonNull)
                        .mapToLong(Outcome::net)
                        .sum()
                - loose;
        if (totals.total() == null) {
            warnings.add("Nie udało się odczytać sumy paragonu.");
        } else if (!outcomes.isEmpty()) {
            add(
                    "items_sum_to_total",
                    legible ? Holds.of(totals.total() == sum) : Holds.UNKNOWN,
                    totals.total(),
                    sum,
                    rows);
        }
        if (byLetter() && legible) {
            Map<Character, Long> sums = new LinkedHashMap<>();
            totals.gross().keySet().forEach(l -> sums.put(l, 0L));
            outcomes.forEach(o -> sums.merge(o.letter(), o.net(), Long::sum));
            sums.forEach((letter, value) -> {
                long printed = totals.gross().getOrDefault(letter, 0L);
                add(
                        "items_sum_to_sales_" + letter,
                        loose == 0 ? Holds.of(printed == value) : Holds.UNKNOWN,
                        printed,
                        value,
                        rowsOf(letter));
            });
        }
        draft.summary().stream()
                .filter(l -> l.role() == Role.DISCOUNTS)
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
                    add(
                            "discounts_sum",
                            holds,
                            printed.amount().value(),
                            given,
                            List.of(printed.amount().trace().row()));
                });
    }

    private List<Integer> rowsOf(char letter) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).letter() == letter)
                .mapToObj(i -> draft.items().get(i).trace().row())
                .toList();
    }

    private boolean byLetter() {
        return !totals.gross().isEmpty()
                && totals.grossSumsToTotal() != Holds.UNKNOWN
                && draft.items().stream().noneMatch(i -> i.letters().isEmpty());
    }

    private void taxes() {
        for (DraftVat row : draft.vat()) {
            Holds holds = totals.taxHolds().getOrDefault(row.letter(), Holds.UNKNOWN);
            Long tax = totals.tax().get(row.letter());
            if (holds != Holds.UNKNOWN && tax != null) {
                add(
                        "tax_of_sales_" + row.letter(),
                        holds,
                        tax,
                        holds == Holds.YES ? tax : null,
                        List.of(row.trace().row()));
            }
        }
        if (totals.taxesSum() != Holds.UNKNOWN) {
            long sum = totals.tax().values().stream().mapToLong(Long::longValue).sum();
            add("taxes_sum", totals.taxesSum(), totals.taxTotal(), sum, rows(Role.TAX));
        }
        if (totals.grossSumsToTotal() != Holds.UNKNOWN) {
            long sum =
                    totals.gross().values().stream().mapToLong(Long::longValue).sum();
            add("sales_sum_to_total", totals.grossSumsToTotal(), totals.total(), sum, rows(Role.TOTAL));
        }
    }

    private void payments() {
        if (deposits.closes() != Holds.UNKNOWN) {
            add(
                    "total_with_deposits",
                    deposits.closes(),
                    deposits.due(),
                    totals.total() + Deposits.sum(draft),
                    rows(Role.DUE));
        }
        Long paid = Reconciler.paid(draft);
        if (paid != null && totals.total() != null) {
            long due = totals.total() + Deposits.sum(draft);
            add("payments_cover_amount_due", paid == due ? Holds.YES : Holds.UNKNOWN, due, paid, List.of());
        }
    }

    private List<Integer> rows(Role role) {
        return draft.summary().stream()
                .filter(l -> l.role() == role)
                .map(l -> l.amount().trace().row())
                .toList();
    }

    private void add(String name, Holds holds, Long expected, Long actual, List<Integer> rows) {
        checks.add(new Check(name, holds, money(expected), money(actual), rows));
    }

    private static Money money(Long grosze) {
        return grosze == null ? null : Money.ofGrosze(grosze);
    }

    private Verdict verdict(Choice choice) {
        boolean fails = checks.stream().anyMatch(c -> c.holds() == Holds.NO);
        boolean illegible = totals.total() == null
                || outcomes.isEmpty()
                || outcomes.stream().anyMatch(Objects::isNull);
        if (fails || illegible) {
            return doubt();
        }
        boolean closed = choice.closes() != Closing.NOT && choice.clear();
        boolean everyDiscountPlaced = draft.discounts().stream().allMatch(DraftDiscount::sure);
        boolean nothingLeftOver = draft.strayAmounts().isEmpty();
        boolean solid = outcomes.stream().noneMatch(Outcome::weak);
        return closed && solid && everyDiscountPlaced && nothingLeftOver && totalConfirmed()
                ? Verdict.PROVED
                : Verdict.CONSISTENT;
    }

    /**
     * The total stands on a second leg: the tax table with a tax that follows from its sales; or what was paid, and
     * then no row that merely repeats the total may have passed for goods.
     */
    private boolean totalConfirmed() {
        if (totals.margin() < SumSolver.CLEAR) {
            return false;
        }
        boolean table =
                totals.grossSumsToTotal() == Holds.YES && totals.taxHolds().containsValue(Holds.YES);
        if (table && totals.cost() <= Reconciler.MOST_TABLE_COST) {
            return true;
        }
        boolean repeated = outcomes.stream()
                .anyMatch(o -> o.net() == totals.total() && o.line().holds() != Holds.YES);
        return holds("payments_cover_amount_due") && !repeated;
    }

    private boolean holds(String name) {
        return checks.stream().anyMatch(c -> c.name().equals(name) && c.holds() == Holds.YES);
    }

    private Verdict doubt() {
        warnings.add("Rachunek paragonu się nie domyka: sprawdź pozycje i sumę ze zdjęciem.");
        return Verdict.IN_DOUBT;
    }
}
