package pl.paragon.api.v3.receipt.export;

import java.util.Optional;
import pl.paragon.api.receipt.budget.Part;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.saved.SavedReceipt;

/** What things are called in other programs. */
final class Names {

    /** Firefly III takes descriptions of up to a thousand characters. */
    private static final int LONGEST = 1000;

    private Names() {}

    /** The same for the same receipt, and nobody else's. */
    static String id(SavedReceipt receipt) {
        return "paragon-" + receipt.jobId();
    }

    /** {@code null} if it is not legible. */
    static String shop(ReceiptAnalysis receipt) {
        Store store = receipt.store();
        return store.normalizedName() == null ? store.name() : store.normalizedName();
    }

    static String shopOrReceipt(ReceiptAnalysis receipt) {
        String shop = shop(receipt);
        return shop == null ? "Paragon" : shop;
    }

    /** The names of the goods; empty if there are none. */
    static Optional<String> goods(Part part) {
        return Optional.of(String.join(", ", part.goods()))
                .filter(goods -> !goods.isEmpty())
                .map(Names::bounded);
    }

    /** What it was for: the category and the goods; {@code null} if neither is known. */
    static String purpose(Part part) {
        Optional<String> goods = goods(part);
        return part.category() == null
                ? goods.orElse(null)
                : bounded(goods.map(names -> part.category() + ": " + names).orElse(part.category()));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
