package pl.paragon.persistence.receipt;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.database.StorableText;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.receipt.duplicate.Duplicates;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptStore;
import pl.paragon.runtime.files.DamagedFileException;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.StageHandler;

/**
 * Proposes "saved" as the job's end and saves the receipt if that proposal is the first; otherwise returns the end that
 * stands.
 */
final class SaveReceipt implements StageHandler<ReceiptAnalyzed> {

    private final Documents documents;
    private final Transactions transactions;
    private final Duplicates duplicates;
    private final Arbiter arbiter;
    private final ReceiptStore receipts;
    private final TimeOrderedIds ids;
    private final Clock clock;

    SaveReceipt(
            Documents documents,
            Transactions transactions,
            Duplicates duplicates,
            Arbiter arbiter,
            ReceiptStore receipts,
            Clock clock,
            RandomGenerator random) {
        this.documents = documents;
        this.transactions = transactions;
        this.duplicates = duplicates;
        this.arbiter = arbiter;
        this.receipts = receipts;
        this.ids = new TimeOrderedIds(clock, random);
        this.clock = clock;
    }

    @Override
    public JobEvent handle(ReceiptAnalyzed analyzed, StageContext context) {
        context.step(Step.SAVING);
        UUID id = ids.next();
        ReceiptAnalyzed event = StorableText.in(analyzed, ReceiptAnalyzed.class);
        AnalyzedReceipt document = StorableText.in(fetch(analyzed), AnalyzedReceipt.class);
        Receipt receipt = Receipt.of(id, event, document, clock.instant());
        List<Duplicate> others =
                transactions.inOne(() -> duplicates.of(event.jobId(), event.submission(), document.analysis()));
        JobEnded end;
        try (JobSpan span = JobSpan.part("save")) {
            end = arbiter.decide(analyzed.jobId(), new JobEnded.Saved(id, others), () -> receipts.add(receipt));
        }
        if (end.outcome() instanceof JobEnded.Saved) {
            // Only publishing is left. A cancel that arrives now is answered with the same end, by the arbiter.
            context.step(Step.FINALIZATION);
        }
        return end;
    }

    private AnalyzedReceipt fetch(ReceiptAnalyzed analyzed) {
        try {
            return documents.read(analyzed.analysis(), AnalyzedReceipt.class);
        } catch (NoSuchFileException | DamagedFileException e) {
            throw new StageException(ErrorCode.FILE_MISSING, e);
        } catch (IOException e) {
            throw new StageException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }
}
