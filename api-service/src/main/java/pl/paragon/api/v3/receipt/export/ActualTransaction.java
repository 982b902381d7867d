package pl.paragon.api.v3.receipt.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.paragon.api.receipt.budget.Booking;
import pl.paragon.api.receipt.budget.Part;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * A receipt as {@code importTransactions} of Actual's API takes it. Categories are ids of one budget there, so here
 * they are the beginning of the notes.
 *
 * @param amount grosze, negative if it was paid
 * @param importedId the same for the same receipt, so that it is imported once
 * @param subtransactions what they are for; absent if there is one part alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActualTransaction(
        LocalDate date,
        long amount,
        @JsonProperty("payee_name") String payeeName,
        @JsonProperty("imported_payee") String importedPayee,
        String notes,
        @JsonProperty("imported_id") String importedId,
        List<Sub> subtransactions) {

    record Sub(long amount, String notes) {}

    /** Empty if the day or what was paid is not legible. */
    static Optional<ActualTransaction> of(SavedReceipt receipt) {
        ReceiptAnalysis analysis = receipt.document().analysis();
        return analysis.date() == null
                ? Optional.empty()
                : Booking.of(analysis).map(booking -> of(receipt, analysis, booking));
    }

    private static ActualTransaction of(SavedReceipt receipt, ReceiptAnalysis analysis, Booking booking) {
        List<Part> parts = booking.parts();
        boolean split = parts.size() > 1;
        return new ActualTransaction(
                analysis.date(),
                booking.amount().negated().grosze(),
                Names.shop(analysis),
                analysis.store().name(),
                parts.size() == 1 ? Names.purpose(parts.getFirst()) : null,
                Names.id(receipt),
                split ? parts.stream().map(ActualTransaction::sub).toList() : null);
    }

    private static Sub sub(Part part) {
        return new Sub(part.amount().negated().grosze(), Names.purpose(part));
    }
}
