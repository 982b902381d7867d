package pl.paragon.persistence.deletion;

import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/** What of a job is in the database. Every method needs a transaction. */
interface DeletedJobs {

    /**
     * @param ended whether the arbiter decided its end
     * @param deletedAt when it was deleted on request; {@code null} if it was not
     */
    record Known(String submitter, boolean ended, Instant deletedAt) {}

    /** A job; another transaction that asks for the same one waits. Empty if nobody is known to have submitted it. */
    Optional<Known> lock(JobId job);

    /** The revision of a job's receipt, which stays the same until the transaction ends; empty if none is saved. */
    Optional<Integer> revision(JobId job);

    /** Deletes the receipt, and what the client said of the job. How the job ended stays. */
    void delete(JobId job, String submitter, Instant now);
}
