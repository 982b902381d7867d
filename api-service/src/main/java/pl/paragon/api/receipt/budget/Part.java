package pl.paragon.api.receipt.budget;

import java.util.List;
import pl.paragon.contracts.receipt.Money;

/**
 * A part of what was paid.
 *
 * @param category as the receipt's goods have it, {@link Booking#DEPOSITS}, or {@code null} if nothing legible says
 *     what the money was for
 * @param goods their names, in the order of the receipt
 * @param amount not 0; negative if the shop gave it back, as for packaging that was returned
 */
public record Part(String category, List<String> goods, Money amount) {

    public Part {
        goods = List.copyOf(goods);
    }

    Part of(Money other) {
        return new Part(category, goods, other);
    }
}
