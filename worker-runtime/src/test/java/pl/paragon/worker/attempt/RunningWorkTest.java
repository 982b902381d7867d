package pl.paragon.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.paragon.worker.runner.Submissions.NOW;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.worker.clock.SetClock;
import pl.paragon.worker.runner.FakeBroker;
import pl.paragon.worker.stage.StageContext;

/** How running work learns that it has to stop, and which of its steps are told. */
class RunningWorkTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final FakeBroker broker = new FakeBroker();
    private final AtomicInteger told = new AtomicInteger();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final JobId job = JobId.random();
    private final RunningWork work = new RunningWork(
            job, 1, NOW, new WorkTime(NOW, Duration.ZERO, LONG, LONG), broker, new SetClock(NOW), later::add);

    @Test
    void shouldGoOnAtACheckpointAsLongAsNobodyStopsIt() {
        assertThatCode(work::checkpoint).doesNotThrowAnyException();
    }

    @Test
    void shouldStopAtTheNextCheckpoint() {
        // when
        work.stop(StopReason.CANCELLED);

        // then
        assertThatThrownBy(work::checkpoint).isInstanceOf(WorkStoppedException.class);
    }

    @Test
    void shouldBeginNoStepOnceItIsStopped() {
        // when
        work.stop(StopReason.CANCELLED);

        // then
        assertThatThrownBy(() -> work.step(Step.OCR)).isInstanceOf(WorkStoppedException.class);
        assertThat(broker.unconfirmed).isEmpty();
    }

    @Test
    void shouldTellItsFirstStepAtOnceAndALaterOneIfItLasts() {
        // when
        work.step(Step.INITIALIZING);
        work.step(Step.FILE_VALIDATION);
        work.step(Step.OCR);
        later.forEach(Runnable::run);

        // then
        assertThat(broker.unconfirmed)
                .containsExactly(
                        new StepStarted(job, NOW, Step.INITIALIZING, 1), new StepStarted(job, NOW, Step.OCR, 1));
    }

    @Test
    void shouldTellNoStepOnceItIsOver() {
        // given
        work.step(Step.INITIALIZING);
        work.step(Step.OCR);

        // when
        work.end();
        later.forEach(Runnable::run);

        // then
        assertThat(broker.unconfirmed).containsExactly(new StepStarted(job, NOW, Step.INITIALIZING, 1));
    }

    @Test
    void shouldRunAStopActionOnceForTheFirstReasonThatIsGiven() {
        // given
        work.onStop(told::incrementAndGet);

        // when
        work.stop(StopReason.CANCELLED);
        work.stop(StopReason.SHUTDOWN);

        // then
        assertThat(told).hasValue(1);
        assertThat(work.stopReason()).contains(StopReason.CANCELLED);
    }

    @Test
    void shouldRunAStopActionAtOnceThatComesTooLate() {
        // given
        work.stop(StopReason.CANCELLED);

        // when
        work.onStop(told::incrementAndGet);

        // then
        assertThat(told).hasValue(1);
    }

    @Test
    void shouldForgetAStopActionWhoseRegistrationIsClosed() {
        // given: a native resource that is gone
        try (StageContext.Registration registration = work.onStop(told::incrementAndGet)) {
            assertThat(told).hasValue(0);
        }

        // when
        work.stop(StopReason.CANCELLED);

        // then
        assertThat(told).hasValue(0);
    }

    @Test
    void shouldRunTheOtherStopActionsIfOneFails() {
        // given
        work.onStop(() -> {
            throw new IllegalStateException("closed already");
        });
        work.onStop(told::incrementAndGet);

        // when
        work.stop(StopReason.CANCELLED);

        // then
        assertThat(told).hasValue(1);
    }
}
