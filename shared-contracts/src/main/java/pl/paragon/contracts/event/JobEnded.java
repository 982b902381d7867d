package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.receipt.Duplicate;

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

    /**
     * @param receiptId the row that was saved
     * @param duplicates other receipts that may be the same purchase, as they were when it was saved; none in events
     *     from before they were looked for
     */
    public record Saved(
            UUID receiptId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Duplicate> duplicates) implements Outcome {
        public Saved {
            Objects.requireNonNull(receiptId, "receipt_id is missing");
            duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
        }

        public Saved(UUID receiptId) {
            this(receiptId, List.of());
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
