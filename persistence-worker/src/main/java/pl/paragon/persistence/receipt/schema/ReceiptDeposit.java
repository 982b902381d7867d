package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Money;

/** A deposit on packaging. */
@Embeddable
record ReceiptDeposit(
        String name,
        BigDecimal quantity,

        @Column(name = "amount_grosze") Money amount) {

    static ReceiptDeposit of(Deposit deposit) {
        return new ReceiptDeposit(deposit.name(), deposit.quantity(), deposit.amount());
    }
}
