package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * The text of a receipt was recognised.
 *
 * @param text the claim check of a {@link pl.paragon.contracts.text.RecognizedText} in JSON
 * @param workStartedAt when the first stage began its work
 */
public record ReceiptTextRecognized(
        JobId jobId, Instant occurredAt, Submission submission, Instant workStartedAt, FileReference text)
        implements StageInput {

    public ReceiptTextRecognized {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(submission, "submission is missing");
        Objects.requireNonNull(workStartedAt, "work_started_at is missing");
        Objects.requireNonNull(text, "text is missing");
    }

    @Override
    public Stage consumer() {
        return Stage.ANALYSIS;
    }

    @Override
    public Optional<Instant> workBegan() {
        return Optional.of(workStartedAt);
    }
}
