package pl.paragon.persistence.receipt.revision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.proof.CorrectedProof;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;

/** Makes a correction the receipt's next revision, checks its equations again, and tells what it was before. */
final class CorrectReceipt {

    private final ReceiptRepository receipts;
    private final Readings readings;
    private final Revisions revisions;
    private final Clock clock;

    CorrectReceipt(ReceiptRepository receipts, Readings readings, Revisions revisions, Clock clock) {
        this.receipts = receipts;
        this.readings = readings;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** What became of a correction. */
    sealed interface Outcome {
        /** It is made, or there was nothing to change. */
        record Made(SavedReceipt receipt) implements Outcome {}

        /** Another revision than the one that was corrected is the latest. */
        record Outdated() implements Outcome {}

        /** The receipt has as many revisions as it may have. */
        record Full() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Within a transaction. */
    Outcome correct(JobId job, Correction correction) {
        Optional<Receipt> found = receipts.locked(job).filter(receipt -> receipt.belongsTo(correction.submitter()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Receipt receipt = found.get();
        if (receipt.revision() != correction.revision()) {
            return new Outcome.Outdated();
        }
        AnalyzedReceipt latest = receipt.document();
        if (correction
                .analysis()
                .withVerification(latest.analysis().verification())
                .equals(latest.analysis())) {
            return new Outcome.Made(receipt.saved());
        }
        if (receipt.revision() == RevisionList.MOST) {
            return new Outcome.Full();
        }
        Revision reading = readings.of(receipt);
        if (receipt.revision() == 0) {
            revisions.add(receipt, reading);
        }
        Verification verification = CorrectedProof.of(correction.analysis(), reading.analysis(), latest.ocrText());
        ReceiptAnalysis corrected = correction.analysis().withVerification(verification);
        receipt.correct(corrected);
        revisions.add(
                receipt,
                new Revision(
                        receipt.revision(),
                        correction.author(),
                        clock.instant(),
                        correction.patch(),
                        verification.verdict(),
                        corrected));
        return new Outcome.Made(receipt.saved());
    }

    /** All revisions; empty if the submitter has no such receipt. Within a transaction. */
    Optional<RevisionList> list(JobId job, String submitter) {
        return of(job, submitter)
                .map(receipt -> new RevisionList(
                        receipt.revision() == 0 ? List.of(readings.of(receipt).inShort()) : revisions.of(receipt)));
    }

    /** One revision as a whole; empty if there is none. Within a transaction. */
    Optional<Revision> find(JobId job, String submitter, int number) {
        return of(job, submitter)
                .flatMap(receipt -> number == 0 ? Optional.of(readings.of(receipt)) : revisions.find(receipt, number));
    }

    private Optional<Receipt> of(JobId job, String submitter) {
        return receipts.of(job).filter(receipt -> receipt.belongsTo(submitter));
    }
}
