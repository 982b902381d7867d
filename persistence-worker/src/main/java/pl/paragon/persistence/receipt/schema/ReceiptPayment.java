package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;

/** One way in which it was paid. */
@Embeddable
record ReceiptPayment(
        String type, @Column(name = "amount_grosze") Money amount) {

    static ReceiptPayment of(Payment payment) {
        return new ReceiptPayment(payment.type(), payment.amount());
    }
}
