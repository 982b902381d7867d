package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

/**
 * A stage began a step of its work.
 *
 * @param attempt which attempt of the stage this is, from 1
 */
public record StepStarted(JobId jobId, Instant occurredAt, Step step, int attempt) implements JobEvent {

    public StepStarted {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(step, "step is missing");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt counts from 1, not " + attempt);
        }
    }
}
