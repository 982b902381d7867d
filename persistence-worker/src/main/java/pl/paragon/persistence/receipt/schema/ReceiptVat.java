package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.VatLine;

/** One row of the tax table. */
@Embeddable
record ReceiptVat(
        String taxCategory,
        BigDecimal rate,

        @Column(name = "net_grosze") Money net,

        @Column(name = "tax_grosze") Money tax,

        @Column(name = "gross_grosze") Money gross) {

    static ReceiptVat of(VatLine line) {
        return new ReceiptVat(line.taxCategory(), line.rate(), line.net(), line.taxAmount(), line.gross());
    }
}
