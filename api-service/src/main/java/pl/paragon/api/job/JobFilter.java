package pl.paragon.api.job;

import java.time.Instant;
import java.util.Optional;
import pl.paragon.api.result.JobRegister.Ended;
import pl.paragon.api.status.JobStatus;

/**
 * Which of a submitter's jobs are asked for.
 *
 * @param status all if empty
 * @param from submitted then or later
 * @param until submitted before then
 * @param filename what the file's name contains, whatever the case
 */
public record JobFilter(
        Optional<Wanted> status, Optional<Instant> from, Optional<Instant> until, Optional<String> filename) {

    /** The statuses that can be asked for. */
    public enum Wanted {
        /** Any of a job that has not ended. */
        UNFINISHED(Ended.NOT_YET),
        PENDING(Ended.NOT_YET),
        STARTED(Ended.NOT_YET),
        PROGRESS(Ended.NOT_YET),
        RETRYING(Ended.NOT_YET),
        SUCCEEDED(Ended.SAVED),
        FAILED(Ended.FAILED),
        REVOKED(Ended.CANCELLED);

        private final Ended ended;

        Wanted(Ended ended) {
            this.ended = ended;
        }

        /** What the register knows of it. */
        Ended ended() {
            return ended;
        }

        /** Whether only the board can tell that a job has it. */
        boolean isLive() {
            return ended == Ended.NOT_YET && this != UNFINISHED;
        }

        /** Whether a job has it that had not ended when the register was asked. */
        boolean is(JobStatus status) {
            return switch (status) {
                case JobStatus.Pending p -> this == PENDING || this == UNFINISHED;
                case JobStatus.Started s -> this == STARTED || this == UNFINISHED;
                case JobStatus.Progress p -> this == PROGRESS || this == UNFINISHED;
                case JobStatus.Retrying r -> this == RETRYING || this == UNFINISHED;
                case JobStatus.Succeeded s -> this == SUCCEEDED;
                case JobStatus.Failed f -> this == FAILED;
                case JobStatus.Revoked r -> this == REVOKED;
            };
        }
    }
}
