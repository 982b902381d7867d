package pl.paragon.contracts.receipt;

import java.util.List;

/**
 * A printed discount.
 *
 * @param description as printed
 * @param amount not negative
 * @param items indices (from 0) into the items whose price it lowers; empty if it belongs to the receipt as a whole
 */
public record Discount(String description, Money amount, List<Integer> items, Source source) {

    public Discount {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
