package pl.paragon.persistence.receipt.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;

/** Receipts as they were read, whatever was corrected since. Every method needs a transaction. */
@ApplicationScoped
public class Readings {

    private final ReceiptRepository receipts;
    private final Revisions revisions;

    Readings(ReceiptRepository receipts, Revisions revisions) {
        this.receipts = receipts;
        this.revisions = revisions;
    }

    /** The document that was saved of a job; empty if none was. */
    public Optional<AnalyzedReceipt> of(JobId job) {
        return receipts.of(job).map(receipt -> {
            AnalyzedReceipt latest = receipt.document();
            return new AnalyzedReceipt(
                    latest.ocrText(), latest.recognition(), of(receipt).analysis());
        });
    }

    Revision of(Receipt receipt) {
        if (receipt.revision() > 0) {
            return revisions.find(receipt, 0).orElseThrow();
        }
        ReceiptAnalysis analysis = receipt.document().analysis();
        return new Revision(
                0, null, receipt.savedAt(), null, analysis.verification().verdict(), analysis);
    }
}
