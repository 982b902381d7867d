package pl.paragon.contracts.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * An attempt failed on a passing fault and the stage will try again.
 *
 * @param attempt the attempt that failed, from 1
 * @param maxAttempts how many there are at most
 * @param retryAt not before this time
 * @param input what the stage was given, and takes up again: so the attempts survive any crash of a worker
 * @param workSpent how long the stage has worked on the job, all attempts so far together, without any waiting
 */
public record RetryScheduled(
        JobId jobId,
        Instant occurredAt,
        Stage stage,
        int attempt,
        int maxAttempts,
        Instant retryAt,
        JobError error,
        StageInput input,
        Duration workSpent)
        implements JobEvent {

    public RetryScheduled {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(stage, "stage is missing");
        Objects.requireNonNull(retryAt, "retry_at is missing");
        Objects.requireNonNull(error, "error is missing");
        Objects.requireNonNull(input, "input is missing");
        workSpent = workSpent == null ? Duration.ZERO : workSpent;
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt counts from 1, not " + attempt);
        }
    }
}
