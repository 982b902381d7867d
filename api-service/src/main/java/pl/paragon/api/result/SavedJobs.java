package pl.paragon.api.result;

import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;

/** What persistence-worker keeps of jobs. */
public interface SavedJobs {

    /** What became of a request to delete a job. */
    enum Deletion {
        /** Now or before. */
        DELETED,
        /** It has not ended. */
        RUNNING,
        /** This submitter has no such job, or it is not in the database yet. */
        UNKNOWN
    }

    /**
     * Deletes a job that has ended, with all that was saved of it. May be repeated.
     *
     * @throws PersistenceUnavailableException if the database, or its owner, is unavailable
     */
    Deletion delete(JobId job, Submitter submitter);
}
