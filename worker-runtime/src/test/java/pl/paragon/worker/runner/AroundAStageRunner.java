package pl.paragon.worker.runner;

import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.clock.SetClock;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.crew.CrewFixture;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.stage.StageHandler;

/**
 * A specification of a stage runner whose broker, ledger, crew and cancellations are fakes; the job is a new one in
 * each test.
 */
abstract class AroundAStageRunner {

    static final Duration SILENCE = Duration.ofSeconds(15);

    final JobId job = JobId.random();
    final FakeBroker broker = new FakeBroker();
    final FakeLedger ledger = new FakeLedger();
    final Cancellations cancellations = new Cancellations();
    final SetClock clock = new SetClock(NOW);
    final Crew crew = new Crew(new Incarnation("this one"), SILENCE, clock);
    final WorkerCondition condition = new WorkerCondition(clock);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final StagePauses pauses = RunnersFixture.noPauses(clock);
    StageSettings settings = StageSettings.QUICK;

    final StageRunner<ReceiptSubmitted> runner(StageHandler<ReceiptSubmitted> handler) {
        return runner(Stage.OCR, ReceiptSubmitted.class, handler);
    }

    final <I extends StageInput> StageRunner<I> runner(Stage stage, Class<I> type, StageHandler<I> handler) {
        return new StageRunner<>(
                stage,
                type,
                handler,
                settings,
                ledger,
                broker,
                cancellations,
                crew,
                condition,
                () -> pauses.hold(stage),
                clock,
                meters);
    }

    /** Takes as many jobs as there are slots, and returns once all are being worked on. */
    final void takeEverySlot(StageRunner<ReceiptSubmitted> runner, HeldWork work) throws InterruptedException {
        for (int i = 0; i < settings.concurrency(); i++) {
            Thread.ofVirtual().start(() -> runner.take(record(submitted(JobId.random()))));
        }
        work.awaitRunning(settings.concurrency());
    }

    /** Workers that this one would hear if they lived. */
    final Incarnation[] dead(int count) {
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        Incarnation[] workers = new Incarnation[count];
        for (int i = 0; i < count; i++) {
            workers[i] = Incarnation.random();
        }
        return workers;
    }

    final Incarnation alive() {
        Incarnation worker = Incarnation.random();
        CrewFixture.hears(crew, worker, WorkerHeartbeat.Condition.WORKING);
        return worker;
    }
}
