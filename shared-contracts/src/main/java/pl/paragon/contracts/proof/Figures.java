package pl.paragon.contracts.proof;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.VatLine;

/** What the equations are about, in grosze: a receipt without its names and places. */
record Figures(ReceiptAnalysis receipt) {

    private static final int THOUSANDTHS = 3;

    /** The lines that were not cancelled. */
    List<Item> sold() {
        return receipt.items().stream().filter(item -> !item.voided()).toList();
    }

    boolean everyLineIsLegible() {
        return !receipt.items().isEmpty()
                && receipt.items().stream().noneMatch(item -> item.totalPrice() == null)
                && receipt.discounts().stream().noneMatch(discount -> discount.amount() == null);
    }

    /** What the legible lines sum to, less discounts of the receipt as a whole. */
    long goods() {
        return sold().stream()
                        .filter(item -> item.totalPrice() != null)
                        .mapToLong(Figures::net)
                        .sum()
                - loose();
    }

    /** Discounts of the receipt as a whole. */
    long loose() {
        return sum(receipt.discounts().stream()
                .filter(discount -> discount.items().isEmpty())
                .map(Discount::amount));
    }

    /** All discounts, as the lines have them. */
    long given() {
        return loose() + sum(receipt.items().stream().map(Item::discount));
    }

    /** All discounts, as they are printed. */
    long printedDiscounts() {
        return sum(receipt.discounts().stream().map(Discount::amount));
    }

    long deposits() {
        return sum(receipt.deposits().stream().map(Deposit::amount));
    }

    /** Without what was brought back. */
    long chargedDeposits() {
        return sum(receipt.deposits().stream()
                .map(Deposit::amount)
                .filter(Objects::nonNull)
                .filter(amount -> !amount.isNegative()));
    }

    /** {@code null} if no total is known. */
    Long total() {
        return grosze(receipt.totalAmount());
    }

    /** Whether each row of the tax table has its sales. */
    boolean hasTable() {
        return !receipt.vatSummary().isEmpty()
                && receipt.vatSummary().stream().noneMatch(row -> row.gross() == null || row.taxCategory() == null);
    }

    /** The sales of each letter by the tax table. */
    Map<String, Long> sales() {
        Map<String, Long> sales = new TreeMap<>();
        receipt.vatSummary()
                .forEach(row -> sales.merge(row.taxCategory(), row.gross().grosze(), Long::sum));
        return sales;
    }

    boolean everyLineHasALetter() {
        return sold().stream().noneMatch(item -> item.vatRate() == null);
    }

    /** Lines without a quantity or a price, which no equation of their own checks. */
    long bareLines() {
        return receipt.items().stream()
                .filter(item -> item.quantity() == null || item.unitPrice() == null)
                .count();
    }

    static long net(Item item) {
        return item.totalPrice().grosze() - discount(item);
    }

    static long discount(Item item) {
        return item.discount() == null ? 0 : item.discount().grosze();
    }

    static Long grosze(Money amount) {
        return amount == null ? null : (Long) amount.grosze();
    }

    static long thousandths(BigDecimal quantity) {
        return quantity.movePointRight(THOUSANDTHS).longValueExact();
    }

    private static long sum(Stream<Money> amounts) {
        return amounts.filter(Objects::nonNull).mapToLong(Money::grosze).sum();
    }

    /** Equal if they are the same amounts, quantities and letters at the same places. */
    boolean sameAs(Figures other) {
        return all().equals(other.all());
    }

    List<Object> all() {
        return List.of(
                lines(),
                discounts(),
                packaging(),
                payments(),
                table(),
                asList(receipt.totalAmount()),
                asList(receipt.amountDue()));
    }

    List<Object> lines() {
        return receipt.items().stream()
                .<Object>map(item -> asList(
                        plain(item.quantity()),
                        item.unitPrice(),
                        item.totalPrice(),
                        discount(item),
                        item.vatRate(),
                        item.voided()))
                .toList();
    }

    List<Object> discounts() {
        return receipt.discounts().stream()
                .<Object>map(discount -> asList(discount.amount(), discount.items()))
                .toList();
    }

    List<Object> packaging() {
        return receipt.deposits().stream()
                .<Object>map(deposit -> asList(plain(deposit.quantity()), deposit.amount()))
                .toList();
    }

    List<Object> payments() {
        return receipt.payments().stream()
                .<Object>map(payment -> asList(payment.type(), payment.amount()))
                .toList();
    }

    List<Object> table() {
        return receipt.vatSummary().stream().<Object>map(Figures::row).toList();
    }

    static List<Object> row(VatLine row) {
        return asList(row.taxCategory(), plain(row.rate()), row.net(), row.taxAmount(), row.gross());
    }

    static long amount(Payment payment) {
        return payment.amount().grosze();
    }

    /** Without zeros at the end, so that equal numbers are equal. */
    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /** With {@code null} for what is not legible. */
    private static List<Object> asList(Object... values) {
        return Arrays.asList(values);
    }
}
