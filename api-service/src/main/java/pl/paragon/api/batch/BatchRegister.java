package pl.paragon.api.batch;

import java.util.List;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.BatchId;

/** The jobs of batches in the database. A job is in it about a second after it was accepted. */
@FunctionalInterface
public interface BatchRegister {

    /**
     * In the batch's order; none if the submitter has no such batch.
     *
     * @throws pl.paragon.api.persistence.PersistenceUnavailableException if the database cannot be asked now
     */
    List<JobHistory> jobsOf(BatchId batch, Submitter submitter);
}
