package pl.paragon.contracts.saved;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * A saved receipt in short. What is not readable is {@code null}.
 *
 * @param day by which it is found and listed: the date on it, or the day on which it was saved (in UTC) if that is not
 *     legible
 * @param storeName the chain's or shop's usual name, else the printed one
 * @param items how many lines of goods it has, those that were voided included
 */
public record ReceiptSummary(
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
        int items) {}
