package pl.paragon.worker.ledger;

import java.io.IOException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * Remembers starts that were never ended, over the death of a process: a record whose work kills its worker comes back by redelivery, and only this tells how often it did.
 * Attempts that end in order are not its business; they are counted in {@link pl.paragon.contracts.event.RetryScheduled}.
 */
public interface AttemptLedger {

    /** How many starts of this job were never ended; above zero, it is suspected of having brought its worker down. */
    int unfinished(JobId job, Stage stage) throws IOException;

    /** Notes a start. */
    void begin(JobId job, Stage stage) throws IOException;

    /** Notes that the work came to an orderly end, whatever the result: all its starts are forgotten. */
    void end(JobId job, Stage stage) throws IOException;
}
