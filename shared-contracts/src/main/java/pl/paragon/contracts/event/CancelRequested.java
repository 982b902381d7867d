package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.job.JobId;

/** A client asked for a job to be cancelled. The arbiter confirms it unless the job ended before. */
public record CancelRequested(JobId jobId, Instant occurredAt, String requestedBy) implements JobEvent {

    public CancelRequested {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
    }
}
