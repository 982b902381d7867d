package pl.paragon.contracts.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.VatLine;

/**
 * Forms the equations of a receipt over exact figures. Some of what is printed is in no field of a receipt (the sum of
 * the taxes, a second total, the value under a discount): the reading's checks tell it. An equation whose figures are
 * those of the reading stands as it was read, since the reader knew more of how sure they are.
 */
final class ReceiptEquations {

    private static final String ZLOTY = "PLN";
    private static final String CASH = "got";
    private static final String CHANGE = "reszta";

    private final Equations equations = new Equations();
    private final Figures figures;
    private final Figures read;
    private final ReceiptAnalysis receipt;
    private final List<Check> printed;
    private final PrintedRows rows;

    ReceiptEquations(ReceiptAnalysis receipt, ReceiptAnalysis reading, String ocrText) {
        this.receipt = receipt;
        this.figures = new Figures(receipt);
        this.read = new Figures(reading);
        this.printed = reading.verification().checks();
        this.rows = new PrintedRows(ocrText);
    }

    Equations form() {
        receipt.items().forEach(this::line);
        valuesAfterDiscount();
        goods();
        sales();
        discounts();
        receipt.vatSummary().forEach(this::tax);
        taxes();
        table();
        otherTotals();
        packaging();
        amountDue();
        payments();
        return equations;
    }

    private void line(Item item) {
        if (item.totalPrice() == null) {
            equations.warnOfIllegibleLine(item.name());
            return;
        }
        long total = item.totalPrice().grosze();
        if (item.quantity() != null && item.unitPrice() != null) {
            long product = Arithmetic.product(
                    Figures.thousandths(item.quantity()), item.unitPrice().grosze());
            equations.form(
                    Equation.QUANTITY_TIMES_PRICE,
                    Holds.of(product == total),
                    total,
                    product,
                    rows.of(Stream.of(item).map(Item::source)));
        }
        if (Figures.discount(item) > total) {
            equations.form(
                    Equation.DISCOUNT_WITHIN_LINE,
                    Holds.NO,
                    Figures.discount(item),
                    total,
                    rows.of(Stream.of(item).map(Item::source)));
        }
    }

    /** What is printed under a discount must be what a line is worth after one. */
    private void valuesAfterDiscount() {
        boolean untouched = same(Figures::lines) && same(Figures::discounts);
        for (Check value : printed(Equation.VALUE_AFTER_DISCOUNT)) {
            boolean found = figures.sold().stream()
                    .filter(item -> item.totalPrice() != null && Figures.discount(item) != 0)
                    .anyMatch(item -> Figures.net(item) == value.expected().grosze());
            again(untouched ? value.holds() : Holds.of(found), value, untouched || found ? value.actual() : null);
        }
    }

    private void goods() {
        if (figures.total() == null) {
            equations.warnOfIllegibleTotal();
        } else if (!receipt.items().isEmpty()) {
            boolean untouched = same(Figures::lines) && same(Figures::discounts) && same(Figures::total);
            long sum = figures.goods() + rounding();
            Holds holds = figures.everyLineIsLegible() ? Holds.of(sum == figures.total()) : Holds.UNKNOWN;
            form(Equation.ITEMS_SUM_TO_TOTAL, "", untouched, holds, figures.total(), sum, items());
        }
    }

    /** What the reading's sum has beside lines and discounts: an amount that was rounded. */
    private long rounding() {
        return printed(Equation.ITEMS_SUM_TO_TOTAL).stream()
                .filter(check -> check.holds() == Holds.YES)
                .mapToLong(check -> check.actual().grosze() - read.goods())
                .findFirst()
                .orElse(0);
    }

    private void sales() {
        if (!figures.hasTable() || !figures.everyLineHasALetter() || !figures.everyLineIsLegible()) {
            return;
        }
        boolean untouched = same(Figures::lines) && same(Figures::discounts) && same(Figures::table);
        Map<String, Long> sums = new TreeMap<>();
        figures.sales().keySet().forEach(letter -> sums.put(letter, 0L));
        figures.sold().forEach(item -> sums.merge(item.vatRate(), Figures.net(item), Long::sum));
        sums.forEach((letter, sum) -> {
            long sold = figures.sales().getOrDefault(letter, 0L);
            Holds holds = figures.loose() == 0 && rounding() == 0 ? Holds.of(sold == sum) : Holds.UNKNOWN;
            form(Equation.ITEMS_SUM_TO_SALES_, letter, untouched, holds, sold, sum, items());
        });
    }

    /** The discounts as the lines have them, against their printed sum, and against those that are listed. */
    private void discounts() {
        boolean untouched = same(Figures::lines) && same(Figures::discounts);
        Optional<Check> sum = printed(Equation.DISCOUNTS_SUM).stream().findFirst();
        if (sum.isPresent() || !untouched && figures.printedDiscounts() != figures.given()) {
            boolean listed = figures.printedDiscounts() == figures.given();
            long expected =
                    listed ? sum.map(check -> check.expected().grosze()).orElseThrow() : figures.printedDiscounts();
            form(
                    Equation.DISCOUNTS_SUM,
                    "",
                    untouched,
                    Holds.of(listed && expected == figures.given()),
                    expected,
                    figures.given(),
                    rows.of(receipt.discounts().stream().map(Discount::source)));
        }
    }

    private void tax(VatLine row) {
        if (row.taxCategory() == null || row.taxAmount() == null || row.gross() == null) {
            return;
        }
        boolean untouched = read.table().contains(Figures.row(row));
        long tax = row.taxAmount().grosze();
        long gross = row.gross().grosze();
        List<Integer> place = rows.of(Stream.of(row).map(VatLine::source));
        if (row.rate() != null || untouched) {
            Long due = row.rate() == null ? null : (Long) Arithmetic.taxWithin(gross, row.rate());
            Holds holds = due == null ? Holds.UNKNOWN : Holds.of(due == tax);
            form(Equation.TAX_OF_SALES_, row.taxCategory(), untouched, holds, tax, due, place);
        }
        if (row.net() != null) {
            long net = row.net().grosze();
            Holds holds = Holds.of(net == gross - tax);
            form(Equation.NET_OF_SALES_, row.taxCategory(), untouched, holds, net, gross - tax, place);
        }
    }

    /** The sum of the rounded taxes, or their rounded sum, as some apps compute it. */
    private void taxes() {
        List<VatLine> taxed =
                receipt.vatSummary().stream().filter(row -> row.gross() != null).toList();
        printed(Equation.TAXES_SUM).stream().findFirst().ifPresent(sum -> {
            long rounded = taxed.stream()
                    .map(VatLine::taxAmount)
                    .filter(Objects::nonNull)
                    .mapToLong(Money::grosze)
                    .sum();
            boolean legible = !taxed.isEmpty() && taxed.stream().noneMatch(row -> row.taxAmount() == null);
            long expected = sum.expected().grosze();
            boolean makes = legible && (rounded == expected || roundedAtTheEnd(taxed) == expected);
            Holds holds = legible ? Holds.of(makes) : Holds.UNKNOWN;
            form(Equation.TAXES_SUM, "", same(Figures::table), holds, expected, makes ? expected : rounded, List.of());
        });
    }

    private static long roundedAtTheEnd(List<VatLine> taxed) {
        return taxed.stream()
                .map(row -> row.rate() == null
                        ? BigDecimal.valueOf(row.taxAmount().grosze())
                        : Arithmetic.unroundedTaxWithin(row.gross().grosze(), row.rate()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private void table() {
        if (figures.hasTable() && figures.total() != null) {
            long sum =
                    figures.sales().values().stream().mapToLong(Long::longValue).sum();
            boolean untouched = same(Figures::table) && same(Figures::total);
            Holds holds = Holds.of(sum == figures.total());
            form(
                    Equation.SALES_SUM_TO_TOTAL,
                    "",
                    untouched,
                    holds,
                    figures.total(),
                    sum,
                    rows.of(receipt.vatSummary().stream().map(VatLine::source)));
        }
    }

    /** A total that was read again with another value, unless that is the total now. */
    private void otherTotals() {
        if (figures.total() == null) {
            return;
        }
        Set<Long> known = new HashSet<>(List.of(figures.total(), figures.total() + figures.deposits()));
        Stream.ofNullable(receipt.amountDue()).map(Money::grosze).forEach(known::add);
        printed(Equation.TOTAL_PRINTED_AGAIN).stream()
                .filter(again -> !known.contains(again.expected().grosze()))
                .forEach(again -> again(Holds.NO, again, receipt.totalAmount()));
    }

    private void packaging() {
        boolean untouched = same(Figures::packaging);
        for (Check product : printed(Equation.DEPOSIT_QUANTITY_TIMES_PRICE)) {
            boolean found = receipt.deposits().stream()
                    .anyMatch(deposit -> deposit.amount() != null
                            && Math.abs(deposit.amount().grosze())
                                    == product.actual().grosze());
            again(untouched ? product.holds() : Holds.of(found), product, product.actual());
        }
        for (Check sum : printed(Equation.DEPOSITS_SUM)) {
            long all = figures.deposits();
            long charged = figures.chargedDeposits();
            boolean makes = LongStream.of(all, charged, all - charged, charged - all)
                    .anyMatch(value -> value == sum.expected().grosze());
            again(untouched ? sum.holds() : Holds.of(makes), sum, Money.ofGrosze(all));
        }
    }

    private void amountDue() {
        boolean printedDue = !printed(Equation.TOTAL_WITH_DEPOSITS).isEmpty()
                || !Objects.equals(receipt.amountDue(), receipt.totalAmount());
        if (figures.total() != null && receipt.amountDue() != null && printedDue) {
            boolean untouched = same(Figures::packaging)
                    && same(Figures::total)
                    && same(f -> f.receipt().amountDue());
            long due = receipt.amountDue().grosze();
            long sum = figures.total() + figures.deposits();
            form(Equation.TOTAL_WITH_DEPOSITS, "", untouched, Holds.of(due == sum), due, sum, List.of());
        }
    }

    private void payments() {
        List<Payment> payments = receipt.payments();
        boolean onlyChange = payments.stream().allMatch(ReceiptEquations::isChange);
        if (onlyChange || figures.total() == null || payments.stream().anyMatch(p -> p.amount() == null)) {
            return;
        }
        long paid = payments.stream().mapToLong(Figures::amount).sum();
        long due = figures.total() + figures.deposits();
        boolean again = payments.stream().allMatch(p -> Figures.amount(p) == (isChange(p) ? 0 : due));
        boolean changeUnknown = paid > due
                && payments.stream().noneMatch(ReceiptEquations::isChange)
                && payments.stream().anyMatch(this::mayBeCash);
        boolean untouched = same(Figures::payments) && same(Figures::packaging) && same(Figures::total);
        Holds holds = paid == due || again ? Holds.YES : changeUnknown ? Holds.UNKNOWN : Holds.NO;
        form(
                Equation.PAYMENTS_COVER_AMOUNT_DUE,
                "",
                untouched,
                holds,
                due,
                paid,
                rows.of(payments.stream().map(Payment::source)));
    }

    /** Abroad no word tells for certain that no change was given. */
    private boolean mayBeCash(Payment payment) {
        return !ZLOTY.equals(receipt.currency())
                || payment.type() == null
                || payment.type().toLowerCase(Locale.ROOT).contains(CASH);
    }

    private static boolean isChange(Payment payment) {
        return payment.amount() != null && payment.amount().isNegative()
                || payment.type() != null
                        && payment.type().toLowerCase(Locale.ROOT).contains(CHANGE);
    }

    /** @param untouched whether its figures are the reading's; then it stands as it was read, or not at all */
    private void form(
            Equation equation,
            String letter,
            boolean untouched,
            Holds holds,
            Long expected,
            Long actual,
            List<Integer> place) {
        if (untouched) {
            printed.stream()
                    .filter(check -> check.name().equals(equation.of(letter)))
                    .forEach(equations::stands);
        } else {
            equations.form(equation, letter, holds, expected, actual, place);
        }
    }

    /** One of the reading's equations with other figures. */
    private void again(Holds holds, Check check, Money actual) {
        equations.stands(new Check(check.name(), holds, check.expected(), actual, check.lines()));
    }

    private List<Check> printed(Equation equation) {
        return printed.stream()
                .filter(check -> equation.is(check) && check.expected() != null)
                .toList();
    }

    private boolean same(Function<Figures, Object> part) {
        return Objects.equals(part.apply(figures), part.apply(read));
    }

    private List<Integer> items() {
        return rows.of(Stream.concat(
                receipt.items().stream().map(Item::source),
                receipt.discounts().stream().map(Discount::source)));
    }
}
