package pl.paragon.analysis.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDeposit;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftPayment.Means;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.draft.Labelled.Role;
import pl.paragon.analysis.figure.Figure;
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

    /** Further differences are not told in words; they stand among the checks. */
    private static final int MOST_NAMED = 10;

    private final Draft draft;
    private final List<Outcome> outcomes;
    private final List<List<DraftDiscount>> discounts;
    private final Totals totals;
    private final Deposits deposits;
    private final long loose;
    private final List<Check> checks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Whether what was paid, as it was read with certainty, is not what is to pay. */
    private boolean contested;

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
        otherTotals();
        packaging();
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
            long given = outcome.discounts().stream().mapToLong(Long::longValue).sum();
            if (given > line.total()) {
                add("discount_within_line", Holds.NO, given, line.total(), rowsWithDiscounts(i));
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
        List<Integer> rows = concat(
                draft.items().stream().map(i -> i.trace().row()).toList(),
                draft.discounts().stream().map(d -> d.trace().row()).toList());
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
                    concat(rows, rows(Role.TOTAL)));
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
                        concat(rowsOf(letter), rowsOfSales(letter)));
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
                            concat(
                                    draft.discounts().stream()
                                            .map(d -> d.trace().row())
                                            .toList(),
                                    rows(Role.DISCOUNTS)));
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
        List<Integer> rows = new ArrayList<>();
        rows.add(draft.items().get(item).trace().row());
        discounts.get(item).forEach(d -> rows.add(d.trace().row()));
        return rows;
    }

    private List<Integer> rowsOfSales(char letter) {
        return draft.vat().stream()
                .filter(row -> row.letter() == letter && row.gross() != null)
                .map(row -> row.gross().trace().row())
                .toList();
    }

    private static List<Integer> concat(List<Integer> some, List<Integer> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
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
            Long gross = totals.gross().get(row.letter());
            if (holds != Holds.UNKNOWN && tax != null) {
                add("tax_of_sales_" + row.letter(), holds, tax, due(row, gross, tax, holds), rowsOf(row));
            }
            if (row.net() != null && tax != null && gross != null) {
                boolean makes = row.net().cost(gross - tax).isPresent();
                add("net_of_sales_" + row.letter(), Holds.of(makes), row.net().value(), gross - tax, rowsOf(row));
            }
        }
        if (totals.taxesSum() != Holds.UNKNOWN) {
            long sum = totals.tax().values().stream().mapToLong(Long::longValue).sum();
            long computed = totals.taxesSum() == Holds.YES ? totals.taxTotal() : sum;
            add("taxes_sum", totals.taxesSum(), totals.taxTotal(), computed, concat(taxRows(), rows(Role.TAX)));
        }
        if (totals.grossSumsToTotal() != Holds.UNKNOWN) {
            long sum =
                    totals.gross().values().stream().mapToLong(Long::longValue).sum();
            List<Integer> sales = draft.vat().stream()
                    .flatMap(row -> rowsOfSales(row.letter()).stream())
                    .toList();
            add("sales_sum_to_total", totals.grossSumsToTotal(), totals.total(), sum, concat(sales, rows(Role.TOTAL)));
        }
    }

    private static Long due(DraftVat row, Long gross, Long tax, Holds holds) {
        if (holds == Holds.YES) {
            return tax;
        }
        return row.rate() == null
                ? null
                : (Long) Arithmetic.taxWithin(gross, row.rate().percent());
    }

    private static List<Integer> rowsOf(DraftVat row) {
        return Stream.of(row.gross(), row.net(), row.tax())
                .filter(Objects::nonNull)
                .map(figure -> figure.trace().row())
                .distinct()
                .toList();
    }

    private List<Integer> taxRows() {
        return draft.vat().stream()
                .filter(row -> row.tax() != null)
                .map(row -> row.tax().trace().row())
                .toList();
    }

    /**
     * A total that is printed again with another value. The sum of the taxes may bear the same word, and a total behind
     * the deposits is what is to pay.
     */
    private void otherTotals() {
        if (totals.total() == null || draft.paymentsWeighed()) {
            return;
        }
        Set<Long> known = new HashSet<>(List.of(totals.total(), totals.total() + Deposits.sum(draft)));
        Stream.of(deposits.due(), totals.taxTotal()).filter(Objects::nonNull).forEach(known::add);
        draft.summary().stream()
                .filter(l -> l.role() == Role.TOTAL && !l.onlyProved())
                .map(Labelled::amount)
                .filter(figure -> figure.isCertain() && !known.contains(figure.value()))
                .forEach(figure -> add(
                        "total_printed_again",
                        Holds.NO,
                        figure.value(),
                        totals.total(),
                        List.of(figure.trace().row())));
    }

    private void packaging() {
        for (DraftDeposit deposit : draft.deposits()) {
            if (deposit.quantity() != null && deposit.unitPrice() != null) {
                long product = Arithmetic.product(
                        deposit.quantity().value(), deposit.unitPrice().value());
                long amount = Math.abs(deposit.amount().value());
                boolean certain = Stream.of(deposit.quantity(), deposit.unitPrice(), deposit.amount())
                        .allMatch(Figure::isCertain);
                add(
                        "deposit_quantity_times_price",
                        product == amount ? Holds.YES : certain ? Holds.NO : Holds.UNKNOWN,
                        amount,
                        product,
                        List.of(deposit.trace().row()));
            }
        }
        draft.summary().stream().filter(l -> l.role() == Role.DEPOSITS).forEach(printed -> {
            long sum = Deposits.sum(draft);
            long charged = draft.deposits().stream()
                    .mapToLong(d -> Math.max(0, d.amount().value()))
                    .sum();
            boolean makes = LongStream.of(sum, charged, sum - charged, charged - sum)
                    .anyMatch(value -> printed.amount().cost(value).isPresent());
            List<Integer> rows =
                    draft.deposits().stream().map(d -> d.trace().row()).toList();
            add("deposits_sum", Holds.of(makes), printed.amount().value(), sum, concat(rows, rows(Role.DEPOSITS)));
        });
        if (deposits.closes() != Holds.UNKNOWN) {
            List<Integer> rows =
                    draft.deposits().stream().map(d -> d.trace().row()).toList();
            add(
                    "total_with_deposits",
                    deposits.closes(),
                    deposits.due(),
                    totals.total() + Deposits.sum(draft),
                    Stream.of(rows(Role.TOTAL), rows, rows(Role.DUE))
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
        }
    }

    private void payments() {
        Long paid = Reconciler.paid(draft);
        if (paid != null && totals.total() != null) {
            long due = totals.total() + Deposits.sum(draft);
            List<Integer> rows =
                    draft.payments().stream().map(p -> p.trace().row()).toList();
            Holds holds = covers(paid, due);
            contested = holds == Holds.NO;
            boolean uncertainWords = draft.paymentsWeighed() && contested;
            add("payments_cover_amount_due", uncertainWords ? Holds.UNKNOWN : holds, due, paid, rows);
            if (uncertainWords) {
                warnings.add(Difference.named(checks.getLast()));
            }
        }
    }

    /**
     * A payment that is printed twice (with its means, and on the terminal's slip) is one. More cash than is to pay
     * says nothing if no change is legible.
     */
    private Holds covers(long paid, long due) {
        List<DraftPayment> payments = draft.payments();
        boolean again = payments.stream().filter(p -> !p.isChange()).allMatch(p -> p.signed() == due);
        if (paid == due || again) {
            return Holds.YES;
        }
        boolean changeUnknown = payments.stream().noneMatch(DraftPayment::isChange)
                && payments.stream().anyMatch(p -> p.means() == Means.CASH)
                && paid > due;
        boolean certain = payments.stream().allMatch(p -> p.amount().isCertain());
        return certain && !changeUnknown ? Holds.NO : Holds.UNKNOWN;
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
                || !draft.unreadable().isEmpty()
                || outcomes.isEmpty()
                || outcomes.stream().anyMatch(Objects::isNull);
        if (fails || illegible) {
            return doubt();
        }
        boolean closed = choice.closes() != Closing.NOT && choice.clear();
        boolean everyDiscountPlaced = draft.discounts().stream().allMatch(DraftDiscount::sure);
        boolean nothingLeftOver = draft.strayAmounts().isEmpty();
        boolean solid = outcomes.stream().noneMatch(Outcome::weak);
        return closed && solid && everyDiscountPlaced && nothingLeftOver && !contested && totalConfirmed()
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
        checks.stream()
                .filter(c -> c.holds() == Holds.NO)
                .limit(MOST_NAMED)
                .map(Difference::named)
                .forEach(warnings::add);
        draft.unreadable().stream()
                .limit(MOST_NAMED)
                .map(Difference::unreadable)
                .forEach(warnings::add);
        return Verdict.IN_DOUBT;
    }
}
