package pl.paragon.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.worker.clock.SetClock;
import pl.paragon.worker.runner.FakeBroker;
import pl.paragon.worker.stage.StageHandler;
import pl.paragon.worker.stage.WorkerStoppingException;

/** How one attempt comes out, whatever its work does. */
class AttemptRunnerTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final JobId job = JobId.random();
    private final SetClock clock = new SetClock(NOW);

    @Test
    void shouldTakeAnErrorOfTheMachineForThisJobsFailureAlone() {
        // given: a native library that cannot be linked, say
        NoClassDefFoundError error = new NoClassDefFoundError();

        // when
        AttemptOutcome outcome = run(work(LONG, LONG), (input, context) -> {
            throw error;
        });

        // then
        assertThat(outcome).isEqualTo(new AttemptOutcome.Broken(JobError.of(ErrorCode.INTERNAL_ERROR), error));
    }

    @Test
    void shouldTakeWorkThatMeetsSomethingClosedForStoppedByTheShutdown() {
        // when
        AttemptOutcome outcome = run(work(LONG, LONG), (input, context) -> {
            throw new WorkerStoppingException();
        });

        // then
        assertThat(outcome).isEqualTo(new AttemptOutcome.Stopped(StopReason.SHUTDOWN));
    }

    @Test
    void shouldNotBlameTheWorkForABrokerThatIsAway() {
        // given
        BrokerUnavailableException away = new BrokerUnavailableException("away", null);

        // when
        AttemptOutcome outcome = run(work(LONG, LONG), (input, context) -> {
            throw away;
        });

        // then
        assertThat(outcome).isEqualTo(new AttemptOutcome.Broken(JobError.of(ErrorCode.BROKER_UNAVAILABLE), away));
    }

    @Test
    void shouldTakeAResultThatComesBetweenTheLimits() {
        // when: the work finishes when it is told to stop
        AttemptOutcome outcome = run(work(Duration.ofMillis(1), LONG), (input, context) -> {
            CountDownLatch told = new CountDownLatch(1);
            context.onStop(told::countDown);
            NativeCode.await(told);
            return recognized(job);
        });

        // then
        assertThat(outcome).isEqualTo(new AttemptOutcome.Done(recognized(job)));
    }

    @Test
    void shouldAbandonCancelledWorkAsCancelledWhenItsTimeIsOverToo() {
        // given: native code that takes no notice
        CountDownLatch released = new CountDownLatch(1);
        RunningWork work = work(Duration.ofMillis(1), Duration.ofMillis(2));
        work.stop(StopReason.CANCELLED);

        // when
        AttemptOutcome outcome = run(work, (input, context) -> {
            NativeCode.await(released);
            return recognized(job);
        });
        released.countDown();

        // then
        assertThat(outcome).isEqualTo(new AttemptOutcome.Stopped(StopReason.CANCELLED));
    }

    @Test
    void shouldStopTheWorkForTheShutdownWhenItsCallerIsInterrupted() throws Exception {
        // given
        CountDownLatch running = new CountDownLatch(1);
        AttemptOutcome[] outcome = new AttemptOutcome[1];
        Thread caller = Thread.ofVirtual()
                .start(() -> outcome[0] = run(work(LONG, LONG), (input, context) -> {
                    running.countDown();
                    new CountDownLatch(1).await();
                    return recognized(job);
                }));
        running.await();

        // when
        caller.interrupt();
        caller.join();

        // then
        assertThat(outcome[0]).isEqualTo(new AttemptOutcome.Stopped(StopReason.SHUTDOWN));
    }

    private AttemptOutcome run(RunningWork work, StageHandler<ReceiptSubmitted> handler) {
        return new AttemptRunner<>(handler, clock).run(submitted(job), work);
    }

    private RunningWork work(Duration soft, Duration hard) {
        return new RunningWork(job, 1, NOW, new WorkTime(NOW, Duration.ZERO, soft, hard), new FakeBroker(), clock);
    }
}
