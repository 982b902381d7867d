package pl.paragon.contracts.saved;

import java.util.Objects;

/**
 * The body of {@code POST /internal/receipts/numbered}: somebody's latest receipts by number, for clients that turn
 * pages.
 *
 * @param submitter whose
 * @param offset how many later ones are skipped
 * @param limit the most receipts that the page holds
 */
public record NumberedQuery(String submitter, int offset, int limit) {

    /** The receipts that have a number; those before them are found by {@link ReceiptQuery} alone. */
    public static final int NUMBERED = 10_000;

    public NumberedQuery {
        Objects.requireNonNull(submitter, "a query needs whose receipts are meant");
        if (limit < 1 || limit > ReceiptQuery.LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page holds 1 to " + ReceiptQuery.LARGEST_PAGE + " receipts, not " + limit);
        }
        if (offset < 0 || offset > NUMBERED - limit) {
            throw new IllegalArgumentException("the latest " + NUMBERED + " receipts have numbers, not " + offset);
        }
    }
}
