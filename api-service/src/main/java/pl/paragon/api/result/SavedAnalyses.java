package pl.paragon.api.result;

import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;

/** What was saved of finished jobs. */
interface SavedAnalyses {

    /**
     * A job's {@link pl.paragon.contracts.receipt.AnalyzedReceipt} in JSON.
     *
     * @throws PersistenceUnavailableException if there is none, or none can be read now
     */
    byte[] of(JobId job);
}
