package pl.paragon.persistence.listing;

import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.BatchId;

/** The accepted jobs, without those that were deleted on request. Every method needs a transaction. */
interface JobLists {

    /**
     * The next of a submitter's jobs after this position, newest first; the newest if it is empty. Not those whose
     * saved receipt's retention has ended: nobody is told of them any more.
     */
    List<JobHistory> after(Optional<JobListQuery.Position> position, JobListQuery query, int atMost);

    /** A submitter's jobs of a batch, in the batch's order; none if it has no such batch. */
    List<JobHistory> of(BatchId batch, String submitter, int atMost);
}
