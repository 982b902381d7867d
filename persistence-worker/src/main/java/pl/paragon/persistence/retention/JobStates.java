package pl.paragon.persistence.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import pl.paragon.contracts.job.JobId;

/** What the database knows of jobs and of receipts whose time is over. Every method needs a transaction. */
interface JobStates {

    /** The state of each of these jobs. */
    Map<JobId, JobState> of(Collection<JobId> jobs);

    /** {@link Coverage#NONE} while a partition is not known to be complete. */
    Coverage coverage();

    /** How many jobs are live. */
    long live();

    /**
     * Deletes receipts that were saved before {@code limit}, and asks for the removal of their jobs' files. How the
     * jobs ended stays.
     *
     * @return how many were deleted
     */
    int deleteReceipts(Instant limit, int atMost);
}
