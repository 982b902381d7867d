package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** A receipt was accepted: its file is in the store, the client has its job id. */
public record ReceiptSubmitted(JobId jobId, Instant occurredAt, Submission submission) implements StageInput {

    public ReceiptSubmitted {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(submission, "submission is missing");
    }

    @Override
    public Stage consumer() {
        return Stage.OCR;
    }

    @Override
    public Optional<Instant> workBegan() {
        return Optional.empty();
    }
}
