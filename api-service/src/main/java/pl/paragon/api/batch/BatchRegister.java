package pl.paragon.api.batch;

import java.util.List;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.BatchId;

/** The jobs of batches in the database. A job is in it about a second after it was accepted. */
@FunctionalInterface
public interface BatchRegister {

    sealed interface Answer {

        /** @param jobs in the batch's order; none if the submitter has no such batch */
        record Jobs(List<JobHistory> jobs) implements Answer {}

        /** The database, or its owner, is unavailable. */
        record Unavailable() implements Answer {}
    }

    Answer jobsOf(BatchId batch, Submitter submitter);
}
