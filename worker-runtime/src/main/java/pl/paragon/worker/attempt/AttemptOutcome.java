package pl.paragon.worker.attempt;

import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEvent;

/** How one attempt came out. */
public sealed interface AttemptOutcome {

    record Done(JobEvent result) implements AttemptOutcome {}

    /** @param cause for the log; {@code null} if there is none */
    record Broken(JobError error, Throwable cause) implements AttemptOutcome {}

    /** It was told to stop and did. */
    record Stopped(StopReason reason) implements AttemptOutcome {}
}
