package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** The arbiter decided a job's end: there is exactly one outcome, whatever is redelivered. */
public record JobEnded(JobId jobId, Instant occurredAt, Outcome outcome) implements JobEvent {

    public JobEnded {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(outcome, "outcome is missing");
    }

    /** How a job ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Saved.class, name = "saved"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Cancelled.class, name = "cancelled")
    })
    public sealed interface Outcome {}

    /** @param receiptId the row that was saved */
    public record Saved(UUID receiptId) implements Outcome {
        public Saved {
            Objects.requireNonNull(receiptId, "receipt_id is missing");
        }
    }

    public record Failed(Stage stage, int attempts, JobError error) implements Outcome {
        public Failed {
            Objects.requireNonNull(stage, "stage is missing");
            Objects.requireNonNull(error, "error is missing");
        }
    }

    public record Cancelled() implements Outcome {}
}
