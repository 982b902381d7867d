package pl.paragon.contracts.saved;

import java.time.LocalDate;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * Which receipts are meant: those that meet every condition. A condition that is {@code null} is met by all. Texts are
 * compared without case and diacritics.
 *
 * @param text words; each must occur somewhere in the names of the goods, the shop's name or the recognised text
 * @param store a part of the shop's or the chain's name
 * @param category of one of the goods, in Polish or English: {@code Nabiał}, or a path below it
 * @param from the first day, see {@link ReceiptSummary#day}
 * @param to the last day
 * @param atLeast the smallest total
 * @param atMost the largest total
 */
public record ReceiptFilter(
        String text,
        String store,
        String category,
        LocalDate from,
        LocalDate to,
        Money atLeast,
        Money atMost,
        Verdict verdict) {

    /** Met by every receipt. */
    public static final ReceiptFilter ALL = new ReceiptFilter(null, null, null, null, null, null, null, null);
}
