package pl.paragon.persistence.receipt.duplicate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.receipt.Duplicate.Kind;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Store;

/**
 * What receipts are compared by. What is not legible is {@code null}.
 *
 * @param fileSha256 of the upload
 * @param store the usual name, else the printed one
 * @param prices of the goods after discounts, in their order, without those that are not legible
 */
record Traits(
        String fileSha256,
        String nip,
        String number,
        LocalDate date,
        LocalTime time,
        Money total,
        String store,
        List<Money> prices) {

    /** Fewer prices may well be the same by chance. */
    static final int FEWEST_PRICES = 3;

    /** Of the longer list: what a worse picture loses or misreads is the rest. */
    static final double NEARLY_ALL = 0.8;

    Traits {
        prices = List.copyOf(prices);
    }

    static Traits of(Submission submission, ReceiptAnalysis receipt) {
        Store store = receipt.store();
        return new Traits(
                submission.file().sha256(),
                receipt.nip(),
                receipt.receiptNumber(),
                receipt.date(),
                receipt.time(),
                receipt.totalAmount(),
                store.normalizedName() == null ? store.name() : store.normalizedName(),
                receipt.items().stream()
                        .filter(item -> !item.voided())
                        .map(Item::netPrice)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** As what the other one would be a duplicate; empty if it is another receipt. */
    Optional<Kind> likenessTo(Traits other) {
        if (fileSha256.equals(other.fileSha256)) {
            return Optional.of(Kind.SAME_FILE);
        }
        if (sameIdentity(other) || (!isAnotherPrint(other) && nearlySamePrices(other))) {
            return Optional.of(Kind.SAME_RECEIPT);
        }
        return sameShop(other) && legibleAndEqual(date, other.date) && legibleAndEqual(total, other.total)
                ? Optional.of(Kind.SAME_PURCHASE)
                : Optional.empty();
    }

    private boolean sameIdentity(Traits other) {
        return legibleAndEqual(nip, other.nip)
                && legibleAndEqual(number, other.number)
                && legibleAndEqual(date, other.date)
                && legibleAndEqual(total, other.total);
    }

    /** The same goods can be bought twice: seller, day, total or number tell. A number may be misread, though. */
    private boolean isAnotherPrint(Traits other) {
        boolean anotherNumber = legibleAndDifferent(number, other.number) && !legibleAndEqual(time, other.time);
        return anotherNumber
                || legibleAndDifferent(nip, other.nip)
                || legibleAndDifferent(date, other.date)
                || legibleAndDifferent(total, other.total);
    }

    private boolean nearlySamePrices(Traits other) {
        int longer = Math.max(prices.size(), other.prices.size());
        return Math.min(prices.size(), other.prices.size()) >= FEWEST_PRICES && inCommon(other) >= NEARLY_ALL * longer;
    }

    private int inCommon(Traits other) {
        Map<Money, Integer> left = new HashMap<>();
        other.prices.forEach(price -> left.merge(price, 1, Integer::sum));
        int common = 0;
        for (Money price : prices) {
            if (left.getOrDefault(price, 0) > 0) {
                left.merge(price, -1, Integer::sum);
                common++;
            }
        }
        return common;
    }

    private boolean sameShop(Traits other) {
        return legibleAndEqual(nip, other.nip)
                || (store != null && other.store != null && store.equalsIgnoreCase(other.store));
    }

    private static boolean legibleAndEqual(Object one, Object other) {
        return one != null && one.equals(other);
    }

    private static boolean legibleAndDifferent(Object one, Object other) {
        return one != null && other != null && !one.equals(other);
    }
}
