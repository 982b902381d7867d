package pl.paragon.api.v3.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.VatLine;

/**
 * The predecessor's subtotals.
 *
 * @param vatAAmount tax of the letter A: zero if the receipt's tax table has no such row, {@code null} if the table or
 *     the row's tax is illegible
 * @param totalDiscount the sum of all printed discounts; {@code null} if one of them is illegible
 */
public record Subtotals(
        // Spelt out: the naming strategy would make vat_aamount of it.
        @JsonProperty("vat_a_amount") Money vatAAmount,
        @JsonProperty("vat_b_amount") Money vatBAmount,
        @JsonProperty("vat_c_amount") Money vatCAmount,
        Money totalDiscount) {

    static Subtotals of(ReceiptAnalysis analysis) {
        return new Subtotals(
                tax(analysis.vatSummary(), "A"),
                tax(analysis.vatSummary(), "B"),
                tax(analysis.vatSummary(), "C"),
                sum(analysis.discounts().stream().map(Discount::amount).toList()));
    }

    private static Money tax(List<VatLine> table, String letter) {
        if (table.isEmpty()) {
            return null;
        }
        return sum(table.stream()
                .filter(row -> letter.equals(row.taxCategory()))
                .map(VatLine::taxAmount)
                .toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().anyMatch(Objects::isNull)
                ? null
                : amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
