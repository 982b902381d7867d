package pl.paragon.persistence.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;

/** The jobs that were accepted and have not ended. */
interface LiveJobs {

    /**
     * Their submissions, as the register has them; needs a transaction.
     *
     * @param before when they were submitted
     * @param after the job that the list goes on after, by id
     * @param occurredAt when they are submitted once more
     */
    List<ReceiptSubmitted> submissions(Instant before, Optional<JobId> after, Instant occurredAt, int atMost);
}
