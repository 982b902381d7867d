package pl.paragon.api.v2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Recognition;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * A receipt as a client enters it, perhaps after correcting what was read. Its only equation is that the products sum
 * to the total.
 *
 * @param total as entered, or {@code null}
 */
record ShoppingTrip(LocalDate date, String store, Money total, List<Product> products) {

    /** Who understood the receipt: whoever entered it. */
    static final String ENGINE = "client";

    private static final String CURRENCY = "PLN";

    /** @param unitPrice as entered, or {@code null} */
    record Product(String name, BigDecimal quantity, Money unitPrice) {

        Money price() {
            return unitPrice == null ? null : unitPrice.times(quantity);
        }

        private Item item() {
            return new Item(
                    name,
                    name,
                    null,
                    quantity,
                    null,
                    unitPrice,
                    price(),
                    Money.ZERO,
                    price(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    1,
                    null);
        }

        private String line() {
            return unitPrice == null
                    ? name
                    : "%s %s x %s %s".formatted(name, quantity.toPlainString(), unitPrice, price());
        }
    }

    AnalyzedReceipt receipt() {
        return new AnalyzedReceipt(text(), new Recognition(ENGINE, null, false), analysis());
    }

    private ReceiptAnalysis analysis() {
        Check sum = sum();
        return new ReceiptAnalysis(
                new Store(store, store, null, null, null, null, ENGINE),
                null,
                null,
                date,
                null,
                CURRENCY,
                products.stream().map(Product::item).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                total,
                total,
                new Verification(verdict(sum), List.of(sum), List.of()),
                Map.of(),
                ENGINE,
                ReceiptsInFile.ONE);
    }

    private Verdict verdict(Check sum) {
        return total == null || sum.holds() == Holds.NO ? Verdict.IN_DOUBT : Verdict.CONSISTENT;
    }

    private Check sum() {
        String name = "items_sum_to_total";
        if (total == null || products.isEmpty() || products.stream().anyMatch(product -> product.unitPrice() == null)) {
            return new Check(name, Holds.UNKNOWN, total, null, List.of());
        }
        Money sum = products.stream().map(Product::price).reduce(Money.ZERO, Money::plus);
        return new Check(name, Holds.of(sum.equals(total)), total, sum, List.of());
    }

    /** For people, and for finding it by its words. */
    private String text() {
        StringBuilder text = new StringBuilder(store).append('\n').append(date).append('\n');
        products.forEach(product -> text.append(product.line()).append('\n'));
        return (total == null
                        ? text
                        : text.append("SUMA ").append(CURRENCY).append(' ').append(total))
                .toString();
    }
}
