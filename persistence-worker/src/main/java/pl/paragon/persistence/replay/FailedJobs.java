package pl.paragon.persistence.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** The failed jobs, without those that were deleted on request. Every method needs a transaction. */
interface FailedJobs {

    /** A place in the list of them. */
    record Position(Instant failedAt, JobId job) {}

    /** The next of them after this position, newest first; the newest if it is empty. */
    List<FailedJob> after(Optional<Position> position, int atMost);

    Optional<FailedJob> find(JobId job);

    /**
     * What a replay needs to know of a failed job.
     *
     * @param submission of the failed job; empty if it is not known
     * @param stage that gave it up
     * @param begun the replay that was begun before
     */
    record Candidate(Optional<Submission> submission, Stage stage, Optional<Begun> begun) {}

    /**
     * @param as the new job
     * @param at when it was begun
     * @param accepted whether the register of accepted jobs has the new job
     */
    record Begun(JobId as, Instant at, boolean accepted) {}

    /** A failed job; another transaction that asks for the same one waits. Empty if there is no such failed job. */
    Optional<Candidate> lock(JobId job);

    /** Notes that a replay was begun. */
    void begin(JobId job, JobId as, Instant at);

    /** Forgets that: nothing came of it. */
    void withdraw(JobId job);
}
