package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Money;

/**
 * A printed discount.
 *
 * @param lines positions of the lines whose price it lowers
 */
@Embeddable
record ReceiptDiscount(
        String description, @Column(name = "amount_grosze") Money amount, List<Integer> lines) {

    static ReceiptDiscount of(Discount discount) {
        return new ReceiptDiscount(discount.description(), discount.amount(), discount.items());
    }
}
