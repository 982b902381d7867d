package pl.paragon.api.v3.receipt;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import pl.paragon.api.http.WireTime;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptSummary;

/**
 * A receipt in a list. What is not readable is {@code null}.
 *
 * @param day by which it is found and listed, see {@link ReceiptSummary#day}
 * @param itemsCount how many lines of goods it has
 */
public record SummaryView(
        JobId jobId,
        UUID receiptId,
        String filename,
        Instant savedAt,
        LocalDate day,
        String storeName,
        String nip,
        String receiptNumber,
        LocalDate date,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime time,

        String currency,
        Money totalAmount,
        Money amountDue,
        Verdict verdict,
        int itemsCount) {

    /**
     * {@code data} of a list.
     *
     * @param nextCursor to be sent as {@code cursor} for the page that follows; {@code null} on the last one
     */
    public record Page(List<SummaryView> receipts, String nextCursor) {

        static Page of(ReceiptPage page) {
            return new Page(page.receipts().stream().map(SummaryView::of).toList(), page.next());
        }
    }

    private static SummaryView of(ReceiptSummary receipt) {
        return new SummaryView(
                receipt.jobId(),
                receipt.receiptId(),
                receipt.filename(),
                WireTime.of(receipt.savedAt()),
                receipt.day(),
                receipt.storeName(),
                receipt.nip(),
                receipt.receiptNumber(),
                receipt.date(),
                receipt.time(),
                receipt.currency(),
                receipt.totalAmount(),
                receipt.amountDue(),
                receipt.verdict(),
                receipt.items());
    }
}
