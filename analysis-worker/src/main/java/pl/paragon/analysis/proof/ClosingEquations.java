package pl.paragon.analysis.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDeposit;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftPayment.Means;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.proof.closing.Deposits;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.contracts.proof.Arithmetic;
import pl.paragon.contracts.proof.Equation;
import pl.paragon.contracts.proof.Equations;
import pl.paragon.contracts.receipt.Holds;

/** The equations of what follows the goods: taxes, totals, packaging, payments. */
final class ClosingEquations {

    private final Equations equations;
    private final Draft draft;
    private final Rows rows;
    private final Totals totals;
    private final Deposits deposits;

    /** Whether what was paid, as it was read with certainty, is not what is to pay. */
    private boolean contested;

    ClosingEquations(Equations equations, Draft draft, Totals totals, Deposits deposits) {
        this.equations = equations;
        this.draft = draft;
        this.rows = new Rows(draft);
        this.totals = totals;
        this.deposits = deposits;
    }

    void form() {
        taxes();
        otherTotals();
        packaging();
        payments();
    }

    boolean isContested() {
        return contested;
    }

    private void taxes() {
        for (DraftVat row : draft.vat()) {
            Holds holds = totals.taxHolds().getOrDefault(row.letter(), Holds.UNKNOWN);
            Long tax = totals.tax().get(row.letter());
            Long gross = totals.gross().get(row.letter());
            if (holds != Holds.UNKNOWN && tax != null) {
                equations.form(
                        Equation.TAX_OF_SALES_, row.letter(), holds, tax, due(row, gross, tax, holds), rowsOf(row));
            }
            if (row.net() != null && tax != null && gross != null) {
                boolean makes = row.net().cost(gross - tax).isPresent();
                equations.form(
                        Equation.NET_OF_SALES_,
                        row.letter(),
                        Holds.of(makes),
                        row.net().value(),
                        gross - tax,
                        rowsOf(row));
            }
        }
        if (totals.taxesSum() != Holds.UNKNOWN) {
            long sum = totals.tax().values().stream().mapToLong(Long::longValue).sum();
            long computed = totals.taxesSum() == Holds.YES ? totals.taxTotal() : sum;
            equations.form(
                    Equation.TAXES_SUM,
                    totals.taxesSum(),
                    totals.taxTotal(),
                    computed,
                    Rows.concat(taxRows(), rows.of(Sum.TAX)));
        }
        if (totals.grossSumsToTotal() != Holds.UNKNOWN) {
            long sum =
                    totals.gross().values().stream().mapToLong(Long::longValue).sum();
            List<Integer> sales = draft.vat().stream()
                    .flatMap(row -> rows.ofSales(row.letter()).stream())
                    .toList();
            equations.form(
                    Equation.SALES_SUM_TO_TOTAL,
                    totals.grossSumsToTotal(),
                    totals.total(),
                    sum,
                    Rows.concat(sales, rows.of(Sum.TOTAL)));
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
                .filter(l -> l.role() == Sum.TOTAL && !l.onlyProved())
                .map(Labelled::amount)
                .filter(figure -> figure.isCertain() && !known.contains(figure.value()))
                .forEach(figure -> equations.form(
                        Equation.TOTAL_PRINTED_AGAIN,
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
                equations.form(
                        Equation.DEPOSIT_QUANTITY_TIMES_PRICE,
                        product == amount ? Holds.YES : certain ? Holds.NO : Holds.UNKNOWN,
                        amount,
                        product,
                        List.of(deposit.trace().row()));
            }
        }
        draft.summary().stream().filter(l -> l.role() == Sum.DEPOSITS).forEach(printed -> {
            long sum = Deposits.sum(draft);
            long charged = draft.deposits().stream()
                    .mapToLong(d -> Math.max(0, d.amount().value()))
                    .sum();
            boolean makes = LongStream.of(sum, charged, sum - charged, charged - sum)
                    .anyMatch(value -> printed.amount().cost(value).isPresent());
            List<Integer> printedOn =
                    draft.deposits().stream().map(d -> d.trace().row()).toList();
            equations.form(
                    Equation.DEPOSITS_SUM,
                    Holds.of(makes),
                    printed.amount().value(),
                    sum,
                    Rows.concat(printedOn, rows.of(Sum.DEPOSITS)));
        });
        if (deposits.closes() != Holds.UNKNOWN) {
            List<Integer> printedOn =
                    draft.deposits().stream().map(d -> d.trace().row()).toList();
            equations.form(
                    Equation.TOTAL_WITH_DEPOSITS,
                    deposits.closes(),
                    deposits.due(),
                    totals.total() + Deposits.sum(draft),
                    Stream.of(rows.of(Sum.TOTAL), printedOn, rows.of(Sum.DUE))
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
        }
    }

    private void payments() {
        Long paid = Reconciler.paid(draft);
        if (paid != null && totals.total() != null) {
            long due = totals.total() + Deposits.sum(draft);
            List<Integer> printedOn =
                    draft.payments().stream().map(p -> p.trace().row()).toList();
            Holds holds = covers(paid, due);
            contested = holds == Holds.NO;
            boolean uncertainWords = draft.paymentsWeighed() && contested;
            equations.form(
                    Equation.PAYMENTS_COVER_AMOUNT_DUE, uncertainWords ? Holds.UNKNOWN : holds, due, paid, printedOn);
            if (uncertainWords) {
                equations.warnOf(equations.last());
            }
        }
    }

    /**
     * A payment that is printed twice (with its means, and on the terminal's slip) is one. More cash than is to pay
     * says nothing if no change is legible.
     */
    private Holds covers(long paid, long due) {
        List<DraftPayment> payments = draft.payments();
        boolean again = payments.stream().allMatch(p -> p.signed() == (p.isChange() ? 0 : due));
        if (paid == due || again) {
            return Holds.YES;
        }
        boolean changeUnknown = payments.stream().noneMatch(DraftPayment::isChange)
                && payments.stream().anyMatch(p -> p.means() == Means.CASH)
                && paid > due;
        boolean certain = payments.stream().allMatch(p -> p.amount().isCertain());
        return certain && !changeUnknown ? Holds.NO : Holds.UNKNOWN;
    }
}
