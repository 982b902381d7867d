package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.job.JobId;

/** A job that had ended was deleted on request, with all that was saved of it: nobody may show it any more. */
public record JobDeleted(JobId jobId, Instant occurredAt) implements JobEvent {

    public JobDeleted {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
    }
}
