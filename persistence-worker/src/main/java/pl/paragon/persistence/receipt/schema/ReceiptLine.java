package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;

/** One printed line of goods. */
@Embeddable
record ReceiptLine(
        String name,
        String originalName,
        String productCode,
        BigDecimal quantity,
        String unit,

        @Column(name = "unit_price_grosze") Money unitPrice,

        @Column(name = "total_price_grosze") Money totalPrice,

        @Column(name = "discount_grosze") Money discount,

        @Column(name = "net_price_grosze") Money netPrice,

        String vatRate,
        String category,
        String categoryEn,
        Double categoryConfidence,
        String categoryMethod,
        boolean voided,
        double confidence) {

    static ReceiptLine of(Item item) {
        return new ReceiptLine(
                item.name(),
                item.originalName(),
                item.productCode(),
                item.quantity(),
                item.unit(),
                item.unitPrice(),
                item.totalPrice(),
                item.discount(),
                item.netPrice(),
                item.vatRate(),
                item.category(),
                item.categoryEn(),
                item.categoryConfidence(),
                item.categoryMethod(),
                item.voided(),
                item.confidence());
    }
}
