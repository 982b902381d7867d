package pl.paragon.persistence.history;

import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/** What the database keeps of jobs beside how they ended. Every method needs a transaction. */
interface JobHistories {

    /** @param saved of a job that was saved and whose receipt is still there, otherwise {@code null} */
    record Known(Submission submission, Saved saved) {}

    /** What a receipt was saved from. */
    record Saved(Instant workStartedAt, Instant analyzedAt, FileReference analysis) {}

    /** A job that was not deleted on request; empty if nobody is known to have submitted it. */
    Optional<Known> of(JobId job);
}
