package pl.paragon.persistence.receipt.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

/** Finds the receipts that may be the same purchase as another. */
@ApplicationScoped
public class Duplicates {

    private final Candidates candidates;

    Duplicates(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * The other receipts of the same submitter, the surest first and of these the newest; at most
     * {@value Duplicate#MOST}. Needs a transaction.
     *
     * @param job that the receipt is of, which is no duplicate of itself
     */
    public List<Duplicate> of(JobId job, Submission submission, ReceiptAnalysis receipt) {
        Traits traits = Traits.of(submission, receipt);
        return candidates.of(submission.submitter(), traits).stream()
                .filter(other -> !other.job().equals(job))
                .flatMap(other -> duplicate(traits, other))
                .sorted(Comparator.comparing(Duplicate::kind))
                .limit(Duplicate.MOST)
                .toList();
    }

    private static Stream<Duplicate> duplicate(Traits traits, SavedTraits other) {
        return traits.likenessTo(other.traits()).stream()
                .map(kind -> new Duplicate(kind, other.job(), other.receipt()));
    }
}
