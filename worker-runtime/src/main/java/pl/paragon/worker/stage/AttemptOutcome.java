package pl.paragon.worker.stage;

import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEvent;

/** How one attempt came out. */
sealed interface AttemptOutcome {

    record Done(JobEvent result) implements AttemptOutcome {}

    record Broken(JobError error, Throwable cause) implements AttemptOutcome {}

    /** It was told to stop and did. */
    record Stopped(StopReason reason) implements AttemptOutcome {}
}
