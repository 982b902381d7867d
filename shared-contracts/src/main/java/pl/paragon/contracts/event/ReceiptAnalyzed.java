package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * A receipt was analysed and reconciled.
 *
 * @param workStartedAt when the first stage began its work
 * @param analysis the claim check of a {@link pl.paragon.contracts.receipt.AnalyzedReceipt} in JSON: what is to be
 *     saved and shown
 */
public record ReceiptAnalyzed(
        JobId jobId, Instant occurredAt, Submission submission, Instant workStartedAt, FileReference analysis)
        implements StageInput {

    public ReceiptAnalyzed {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(submission, "submission is missing");
        Objects.requireNonNull(workStartedAt, "work_started_at is missing");
        Objects.requireNonNull(analysis, "analysis is missing");
    }

    @Override
    public Stage consumer() {
        return Stage.PERSISTENCE;
    }

    @Override
    public Optional<Instant> workBegan() {
        return Optional.of(workStartedAt);
    }
}
