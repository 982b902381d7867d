package pl.paragon.api.receipt.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

/**
 * What was paid on a receipt, and for what.
 *
 * @param amount what was due: the total with deposits
 * @param parts by category, in the order of the receipt; their amounts sum to {@code amount}. Discounts of the receipt
 *     as a whole lower all goods in proportion; what the legible lines do not account for is a part without a category
 */
public record Booking(Money amount, List<Part> parts) {

    /** Deposits on packaging are for no goods. */
    public static final String DEPOSITS = "Kaucja";

    public Booking {
        parts = List.copyOf(parts);
    }

    /** Empty if it is not legible what was paid. */
    public static Optional<Booking> of(ReceiptAnalysis receipt) {
        boolean withDeposits = receipt.amountDue() != null;
        Money amount = withDeposits ? receipt.amountDue() : receipt.totalAmount();
        if (amount == null) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>(goods(receipt));
        if (withDeposits) {
            parts.add(deposits(receipt));
        }
        parts.add(new Part(null, List.of(), amount.minus(sum(parts))));
        return Optional.of(new Booking(amount, some(parts)));
    }

    /**
     * The same for a budget that knows no negative parts: what the shop gave back lowers the others in proportion. If
     * it gave back at least what it took, there is one part, without a category.
     */
    public List<Part> positiveParts() {
        List<Part> positive =
                parts.stream().filter(part -> !part.amount().isNegative()).toList();
        if (positive.size() == parts.size()) {
            return parts;
        }
        if (amount.compareTo(Money.ZERO) <= 0) {
            return List.of(new Part(null, List.of(), amount));
        }
        return some(scaled(positive, amount));
    }

    private static List<Part> goods(ReceiptAnalysis receipt) {
        Map<String, Part> byCategory = new LinkedHashMap<>();
        for (Item item : receipt.items()) {
            if (!item.voided() && item.netPrice() != null) {
                String name = item.name() == null ? item.originalName() : item.name();
                byCategory.merge(
                        Objects.requireNonNullElse(item.category(), ""),
                        new Part(item.category(), name == null ? List.of() : List.of(name), item.netPrice()),
                        Booking::together);
            }
        }
        return lowered(List.copyOf(byCategory.values()), discountsOfAll(receipt));
    }

    private static Part together(Part one, Part other) {
        List<String> goods = new ArrayList<>(one.goods());
        goods.addAll(other.goods());
        return new Part(one.category(), goods, one.amount().plus(other.amount()));
    }

    private static Money discountsOfAll(ReceiptAnalysis receipt) {
        return receipt.discounts().stream()
                .filter(discount -> discount.items().isEmpty())
                .map(Discount::amount)
                .filter(Objects::nonNull)
                .reduce(Money.ZERO, Money::plus);
    }

    private static List<Part> lowered(List<Part> goods, Money discount) {
        Money all = sum(goods);
        boolean divisible = goods.stream().noneMatch(part -> part.amount().isNegative());
        if (!divisible || discount.compareTo(Money.ZERO) <= 0 || discount.compareTo(all) >= 0) {
            return goods;
        }
        return scaled(goods, all.minus(discount));
    }

    /** The same parts in the same proportions, with another sum. */
    private static List<Part> scaled(List<Part> parts, Money sum) {
        List<Money> shares = Shares.of(sum, parts.stream().map(Part::amount).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).of(shares.get(i)))
                .toList();
    }

    private static Part deposits(ReceiptAnalysis receipt) {
        List<Deposit> known = receipt.deposits().stream()
                .filter(deposit -> deposit.amount() != null)
                .toList();
        return new Part(
                DEPOSITS,
                known.stream().map(Deposit::name).filter(Objects::nonNull).toList(),
                known.stream().map(Deposit::amount).reduce(Money.ZERO, Money::plus));
    }

    private static Money sum(List<Part> parts) {
        return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }

    private static List<Part> some(List<Part> parts) {
        return parts.stream().filter(part -> part.amount().grosze() != 0).toList();
    }
}
