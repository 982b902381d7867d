package pl.paragon.benchmarks.purchase;

import java.math.BigDecimal;
import pl.paragon.contracts.receipt.Money;

/**
 * One line of goods.
 *
 * @param goods what
 * @param quantity pieces, or kilograms with three decimals
 * @param unitPrice gross
 * @param rebate what it was lowered by, or {@code null}
 * @param voided cancelled at the till
 */
public record PurchaseLine(Goods.Article goods, BigDecimal quantity, Money unitPrice, Rebate rebate, boolean voided) {

    /** A discount as it is called on the receipt. */
    public record Rebate(String label, Money amount) {}

    public Money total() {
        return unitPrice.times(quantity);
    }

    public Money discount() {
        return rebate == null ? Money.ZERO : rebate.amount();
    }

    public Money net() {
        return total().minus(discount());
    }

    public boolean weighed() {
        return goods.weighed();
    }

    public String letter() {
        return goods.letter();
    }

    PurchaseLine lowered(Rebate by) {
        return new PurchaseLine(goods, quantity, unitPrice, by, voided);
    }

    PurchaseLine cancelled() {
        return new PurchaseLine(goods, quantity, unitPrice, null, true);
    }
}
