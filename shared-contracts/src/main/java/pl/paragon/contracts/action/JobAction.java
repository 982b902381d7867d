package pl.paragon.contracts.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;

/**
 * An action and how far it is.
 *
 * @param matched how many jobs the filter matched when it was asked for
 * @param done how many of them were acted on
 * @param failed how many could not be
 * @param failures why, of the first few of those
 */
public record JobAction(
        UUID id,
        ActionKind action,
        ActionFilter filter,
        Instant requestedAt,
        int matched,
        int done,
        int failed,
        List<Failure> failures) {

    public JobAction {
        failures = List.copyOf(failures);
    }

    /** Why nothing was done to a job. */
    public record Failure(JobId job, Reason reason) {}

    /** Why nothing was done to a job that had matched. */
    public enum Reason {
        /** It is not there any more. */
        GONE,
        /** Its file is no longer stored, so it cannot be retried. */
        FILE_GONE,
        /** It has ended meanwhile, so it cannot be cancelled. */
        ENDED,
        /** It has not ended, so it cannot be deleted. */
        RUNNING
    }
}
