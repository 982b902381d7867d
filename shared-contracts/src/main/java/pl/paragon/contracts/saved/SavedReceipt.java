package pl.paragon.contracts.saved;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/**
 * A saved receipt as a whole: the body of {@code GET /internal/receipts/{job_id}}.
 *
 * @param revision how often it was corrected: 0 as it was read
 */
public record SavedReceipt(
        JobId jobId, UUID receiptId, Submission submission, Instant savedAt, AnalyzedReceipt document, int revision) {

    /** As it was read. */
    public SavedReceipt(JobId jobId, UUID receiptId, Submission submission, Instant savedAt, AnalyzedReceipt document) {
        this(jobId, receiptId, submission, savedAt, document, 0);
    }

    public SavedReceipt {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(receiptId, "receipt_id is missing");
        Objects.requireNonNull(submission, "submission is missing");
        Objects.requireNonNull(savedAt, "saved_at is missing");
        Objects.requireNonNull(document, "document is missing");
    }
}
