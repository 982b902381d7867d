package pl.paragon.worker.stage;

import static pl.paragon.worker.stage.Submissions.NOW;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.cancel.Cancellations;

/** A specification of a stage runner whose broker, ledger and cancellations are fakes; the job is a new one in each test. */
abstract class AroundAStageRunner {

    final JobId job = JobId.random();
    final FakeBroker broker = new FakeBroker();
    final FakeLedger ledger = new FakeLedger();
    final Cancellations cancellations = new Cancellations();
    StageSettings settings = StageSettings.QUICK;

    final StageRunner<ReceiptSubmitted> runner(StageHandler<ReceiptSubmitted> handler) {
        return new StageRunner<>(
                Stage.OCR,
                Topic.RECEIPT_SUBMITTED,
                ReceiptSubmitted.class,
                handler,
                settings,
                ledger,
                broker,
                cancellations,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SimpleMeterRegistry());
    }
}
