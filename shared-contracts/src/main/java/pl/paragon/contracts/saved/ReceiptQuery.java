package pl.paragon.contracts.saved;

import java.util.Objects;

/**
 * The body of {@code POST /internal/receipts/query}: a page of somebody's receipts.
 *
 * @param submitter whose
 * @param cursor {@link ReceiptPage#next} of the page before; {@code null} for the first one
 * @param limit the most receipts that the page holds
 */
public record ReceiptQuery(String submitter, ReceiptFilter filter, ReceiptOrder order, String cursor, int limit) {

    /** The most that a page may hold. */
    public static final int LARGEST_PAGE = 100;

    public ReceiptQuery {
        Objects.requireNonNull(submitter, "a query needs whose receipts are meant");
        Objects.requireNonNull(filter, "a query needs a filter");
        Objects.requireNonNull(order, "a query needs an order");
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page holds 1 to " + LARGEST_PAGE + " receipts, not " + limit);
        }
    }
}
