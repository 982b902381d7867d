package pl.paragon.api.result;

import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;

/** The jobs that failed, which persistence-worker knows. */
@FunctionalInterface
public interface FailedJobs {

    /** What became of a request to retry a job. */
    sealed interface Retry {

        /** It was submitted again as this job, now or before. */
        record Resubmitted(ReceiptSubmitted as) implements Retry {}

        /** Its upload is not kept any more. */
        record Gone() implements Retry {}

        /** This submitter has no such job that failed, or it is not in the database yet. */
        record Unknown() implements Retry {}
    }

    /**
     * Submits a failed job again, as one new job however often it is asked for.
     *
     * @throws PersistenceUnavailableException if the database, its owner, or something that a submission needs is
     *     unavailable
     */
    Retry retry(JobId job, Submitter submitter);
}
