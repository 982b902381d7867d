package pl.paragon.api.v3.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Source;

/**
 * One line of goods on the wire.
 *
 * @param normalizedName the name: it is never turned into another product by a dictionary
 * @param price the same as {@code unit_price}, for clients of the predecessor's wizard
 * @param gptCategory always {@code null}: the predecessor's numbers were inventions
 * @param productCategory always {@code null}, as {@code normalization_confidence}; {@code normalization_method} is
 *     always {@code no_match}
 * @param expirationDate always {@code null}: it stands on no receipt
 */
public record ItemView(
        String name,
        String originalName,
        String normalizedName,
        String productCode,
        BigDecimal quantity,
        String unit,
        Money unitPrice,
        Money price,
        Money totalPrice,
        Money discount,
        Money netPrice,
        String vatRate,
        String category,
        String categoryEn,
        String gptCategory,
        Double categoryConfidence,
        String categoryMethod,
        String productCategory,
        Double normalizationConfidence,
        String normalizationMethod,
        LocalDate expirationDate,
        boolean voided,
        double confidence,
        Source source) {

    static ItemView of(Item item) {
        return new ItemView(
                item.name(),
                item.originalName(),
                item.name(),
                item.productCode(),
                item.quantity(),
                item.unit(),
                item.unitPrice(),
                item.unitPrice(),
                item.totalPrice(),
                item.discount(),
                item.netPrice(),
                item.vatRate(),
                item.category(),
                item.categoryEn(),
                null,
                item.categoryConfidence(),
                item.categoryMethod(),
                null,
                null,
                "no_match",
                null,
                item.voided(),
                item.confidence(),
                item.source());
    }
}
