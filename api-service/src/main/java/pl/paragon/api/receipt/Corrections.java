package pl.paragon.api.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;

/** Corrects saved receipts of a submitter, and tells what they were before. */
@ApplicationScoped
public class Corrections {

    private static final Logger LOG = Logger.getLogger(Corrections.class);

    private final SavedRevisions saved;

    Corrections(SavedRevisions saved) {
        this.saved = saved;
    }

    /** What became of a correction. */
    public sealed interface Outcome {

        /** @param receipt as it is now */
        record Made(SavedReceipt receipt) implements Outcome {}

        /** Somebody else has corrected it meanwhile. */
        record Outdated() implements Outcome {}

        /** It was corrected as often as a receipt may be. */
        record Full() implements Outcome {}

        record Unknown() implements Outcome {}

        record Unavailable() implements Outcome {}
    }

    /** What a lookup of revisions found. */
    public sealed interface Lookup<T> {
        record Found<T>(T found) implements Lookup<T> {}

        record Unknown<T>() implements Lookup<T> {}

        record Unavailable<T>() implements Lookup<T> {}
    }

    /**
     * @param receipt as it was when it was corrected
     * @param patch as far as it was taken
     * @param analysis with the patch applied
     */
    public Outcome correct(Submitter author, SavedReceipt receipt, JsonNode patch, ReceiptAnalysis analysis) {
        try {
            return saved.correct(
                    receipt.jobId(),
                    new Correction(
                            receipt.submission().submitter(), author.caller(), receipt.revision(), patch, analysis));
        } catch (PersistenceUnavailableException e) {
            warn(e);
            return new Outcome.Unavailable();
        }
    }

    /** @param id of the job that the receipt was saved of */
    public Lookup<RevisionList> list(Submitter submitter, String id) {
        return found(() -> JobId.parse(id).flatMap(job -> saved.list(job, submitter)));
    }

    /** @param number 0 for the reading */
    public Lookup<Revision> find(Submitter submitter, String id, int number) {
        return found(() -> JobId.parse(id).flatMap(job -> saved.find(job, submitter, number)));
    }

    private static <T> Lookup<T> found(Supplier<Optional<T>> question) {
        try {
            return question.get().<Lookup<T>>map(Lookup.Found::new).orElseGet(Lookup.Unknown::new);
        } catch (PersistenceUnavailableException e) {
            warn(e);
            return new Lookup.Unavailable<>();
        }
    }

    private static void warn(PersistenceUnavailableException e) {
        LOG.warnf("Corrections are unavailable: %s", e.getMessage());
    }
}
