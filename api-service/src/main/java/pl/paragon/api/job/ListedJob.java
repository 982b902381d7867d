package pl.paragon.api.job;

import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/** A job in a list. */
public record ListedJob(JobId id, Submission submission, Standing standing) {

    /** What is known of where it stands. */
    public sealed interface Standing {

        /** It has ended, as the database says. */
        record Over(JobEnded end) implements Standing {}

        /** It has not, as far as the database knows; the board says this. */
        record Told(JobStatus status) implements Standing {}

        /** It has not, as far as the database knows; the board is unavailable. */
        record Untold() implements Standing {}
    }
}
