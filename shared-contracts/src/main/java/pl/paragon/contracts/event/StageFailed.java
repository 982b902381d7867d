package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * A stage gave a job up. The arbiter makes this the job's end unless the job ended otherwise before.
 *
 * @param attempts how many attempts were made
 */
public record StageFailed(JobId jobId, Instant occurredAt, Stage stage, int attempts, JobError error)
        implements JobEvent {

    public StageFailed {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(stage, "stage is missing");
        Objects.requireNonNull(error, "error is missing");
    }
}
