package pl.paragon.persistence.receipt;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.job.Step;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.database.StorableText;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageHandler;

/** Proposes "saved" as the job's end and saves the receipt where that is the first proposal; where it is not, tells the end that stands. */
final class SaveReceipt implements StageHandler<ReceiptAnalyzed> {

    private final Arbiter arbiter;
    private final ReceiptStore receipts;
    private final TimeOrderedIds ids;
    private final Clock clock;

    SaveReceipt(Arbiter arbiter, ReceiptStore receipts, Clock clock, RandomGenerator random) {
        this.arbiter = arbiter;
        this.receipts = receipts;
        this.ids = new TimeOrderedIds(clock, random);
        this.clock = clock;
    }

    @Override
    public JobEvent handle(ReceiptAnalyzed analyzed, StageContext context) {
        context.step(Step.SAVING);
        UUID id = ids.next();
        Receipt receipt = Receipt.of(id, StorableText.in(analyzed, ReceiptAnalyzed.class), clock.instant());
        JobEnded end = arbiter.decide(analyzed.jobId(), new JobEnded.Saved(id), () -> receipts.add(receipt));
        if (end.outcome() instanceof JobEnded.Saved) {
            // Only telling is left. A cancel that comes now is told the same end, by the arbiter.
            context.step(Step.FINALIZATION);
        }
        return end;
    }
}
