package pl.paragon.api.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.api.forecast.Forecast;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.JobId;

/**
 * Where a batch stands.
 *
 * @param total how many files it had
 * @param files those that are still known: the refusals of a batch are forgotten after a week
 * @param forecast of the last job; empty if all have ended, or nobody can say
 */
public record BatchProgress(BatchId id, Instant submittedAt, int total, List<File> files, Optional<Forecast> forecast) {

    public sealed interface File {}

    /** @param size bytes */
    public record Accepted(String filename, JobId job, long size, Standing standing) implements File {}

    public record Refused(String filename, Refusal refusal) implements File {}

    /** What is known of where a job stands. */
    public sealed interface Standing {}

    /** The board says this. */
    public record Told(JobStatus status) implements Standing {}

    /** It has ended, as the database says. */
    public record Over(JobEnded end) implements Standing {}

    /** It was deleted with all that was saved of it. */
    public record Deleted() implements Standing {}
}
