package pl.paragon.api.receipt;

import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;

/** What persistence-worker keeps of corrections. Every method throws {@link PersistenceUnavailableException}. */
interface SavedRevisions {

    Corrections.Outcome correct(JobId job, Correction correction);

    /** Empty if the submitter has no such receipt. */
    Optional<RevisionList> list(JobId job, Submitter submitter);

    /** Empty if the submitter has no such receipt, or it has no such revision. */
    Optional<Revision> find(JobId job, Submitter submitter, int number);
}
