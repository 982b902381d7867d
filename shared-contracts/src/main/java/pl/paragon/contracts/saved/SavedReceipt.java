package pl.paragon.contracts.saved;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/** A saved receipt as a whole: the body of {@code GET /internal/receipts/{job_id}}. */
public record SavedReceipt(
        JobId jobId, UUID receiptId, Submission submission, Instant savedAt, AnalyzedReceipt document) {

    public SavedReceipt {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(receiptId, "receipt_id is missing");
        Objects.requireNonNull(submission, "submission is missing");
        Objects.requireNonNull(savedAt, "saved_at is missing");
        Objects.requireNonNull(document, "document is missing");
    }
}
