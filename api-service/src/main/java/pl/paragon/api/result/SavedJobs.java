package pl.paragon.api.result;

import java.util.Optional;
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
        /** Its receipt is another revision than the one that is meant. */
        OUTDATED,
        /** This submitter has no such job, or it is not in the database yet. */
        UNKNOWN
    }

    /**
     * Deletes a job that has ended, with all that was saved of it. May be repeated.
     *
     * @param revision of its receipt that is meant; empty if it may be any
     * @throws PersistenceUnavailableException if the database, or its owner, is unavailable
     */
    Deletion delete(JobId job, Submitter submitter, Optional<Integer> revision);
}
