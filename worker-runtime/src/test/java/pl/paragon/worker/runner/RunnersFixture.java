package pl.paragon.worker.runner;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.stage.StageConfig;

/** The runners of a process. */
public final class RunnersFixture {

    private RunnersFixture() {}

    static StageRunners runners(
            StageConfig settings, EventPublisher publisher, Crew crew, WorkerCondition condition, Clock clock) {
        return new StageRunners(
                settings,
                new FakeLedger(),
                publisher,
                new Cancellations(),
                crew,
                condition,
                noPauses(clock),
                clock,
                new SimpleMeterRegistry());
    }

    /** Known, and none. */
    static StagePauses noPauses(Clock clock) {
        StagePauses pauses = new StagePauses(clock);
        pauses.become(Map.of());
        return pauses;
    }

    /** Those of an ocr-worker that has nothing to do. */
    public static StageRunners ofAnIdleOcrWorker(
            EventPublisher publisher, Crew crew, WorkerCondition condition, Clock clock) {
        StageRunners runners = runners(StageSettings.QUICK, publisher, crew, condition, clock);
        runners.runner(Stage.OCR, ReceiptSubmitted.class, (input, context) -> Submissions.recognized(input.jobId()));
        return runners;
    }
}
