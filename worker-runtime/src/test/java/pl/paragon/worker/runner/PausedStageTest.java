package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;
import pl.paragon.worker.stage.StageHandler;

/** What a stage does while an operator has paused it. */
class PausedStageTest extends AroundAStageRunner {

    private final AtomicInteger begun = new AtomicInteger();
    private final StageHandler<ReceiptSubmitted> counting = (input, context) -> {
        begun.incrementAndGet();
        return recognized(input.jobId());
    };

    @Test
    void shouldBeginNothingUntilThePauseEndsByItself() throws Exception {
        // given
        pauses.become(Map.of(Stage.OCR, paused()));
        Thread worker = taking(counting);

        // when
        awaitWaiting(worker);

        // then
        assertThat(begun).hasValue(0);
        assertThat(ledger.starts).as("an attempt that never began").isEmpty();

        // when
        clock.advance(Duration.ofHours(2));
        worker.join();

        // then
        assertThat(begun).hasValue(1);
    }

    @Test
    void shouldGoOnOnceItIsResumed() throws Exception {
        // given
        pauses.become(Map.of(Stage.OCR, paused()));
        Thread worker = taking(counting);
        awaitWaiting(worker);

        // when
        pauses.become(Map.of(Stage.OCR, StagePaused.resumed(Stage.OCR, NOW.plusSeconds(1), "anna")));
        worker.join();

        // then
        assertThat(begun).hasValue(1);
    }

    @Test
    void shouldFinishWhatIsInHandAndLetOtherStagesWork() throws Exception {
        // given
        HeldWork held = new HeldWork();
        Thread worker = taking(held);
        held.awaitRunning(1);

        // when
        pauses.become(Map.of(Stage.OCR, paused()));
        held.finish();
        worker.join();

        // then
        assertThat(broker.published).hasSize(1);
        assertThat(pauses.hold(Stage.ANALYSIS)).isFalse();
    }

    @Test
    void shouldLetGoOfAJobThatIsCancelledMeanwhile() throws Exception {
        // given
        pauses.become(Map.of(Stage.OCR, paused()));
        Thread worker = taking(counting);
        awaitWaiting(worker);

        // when
        cancellations.cancel(job);
        worker.join();

        // then
        assertThat(begun).hasValue(0);
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldBeginNothingBeforeItIsKnownWhetherTheStageIsPaused() throws Exception {
        // given
        StagePauses unknown = new StagePauses(clock);
        StageRunner<ReceiptSubmitted> runner = new StageRunner<>(
                Stage.OCR,
                ReceiptSubmitted.class,
                counting,
                settings,
                ledger,
                broker,
                cancellations,
                crew,
                condition,
                () -> unknown.hold(Stage.OCR),
                clock,
                meters);
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(JobId.random()))));

        // when
        awaitWaiting(worker);
        assertThat(begun).hasValue(0);
        unknown.become(Map.of());
        worker.join();

        // then
        assertThat(begun).hasValue(1);
    }

    private Thread taking(StageHandler<ReceiptSubmitted> handler) {
        StageRunner<ReceiptSubmitted> runner = runner(handler);
        return Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
    }

    private static void awaitWaiting(Thread thread) {
        await().atMost(Submissions.PATIENCE)
                .until(thread::getState, state -> state == Thread.State.TIMED_WAITING || !thread.isAlive());
    }

    private static StagePaused paused() {
        return new StagePaused(Stage.OCR, NOW, NOW.plus(Duration.ofHours(2)), "anna", "Wymiana dysku");
    }
}
