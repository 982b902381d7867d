package pl.paragon.worker.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static pl.paragon.worker.stage.Submissions.NOW;
import static pl.paragon.worker.stage.Submissions.recognized;
import static pl.paragon.worker.stage.Submissions.record;
import static pl.paragon.worker.stage.Submissions.submitted;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.job.Stage;

/** Work that is told to stop: its job is cancelled, its time is over, or the worker shuts down. */
class StoppedWorkTest extends AroundAStageRunner {

    @Test
    void shouldNotBeginAJobThatIsCancelled() {
        // given
        cancellations.cancel(job);
        AtomicInteger calls = new AtomicInteger();

        // when
        runner((input, context) -> {
                    calls.incrementAndGet();
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldStopRunningWorkAtOnceWhenItIsCancelled() throws Exception {
        // given
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch nativeStopped = new CountDownLatch(1);
        var runner = runner((input, context) -> {
            context.onStop(nativeStopped::countDown);
            running.countDown();
            new CountDownLatch(1).await();
            return recognized(input.jobId());
        });
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        running.await();

        // when
        cancellations.cancel(job);
        worker.join();

        // then
        assertThat(nativeStopped.getCount()).isZero();
        assertThat(broker.published).isEmpty();
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldEndAJobWhoseTimeIsOver() {
        // given
        settings = StageSettings.QUICK.withLimits(Duration.ofMillis(20), Duration.ofMinutes(2));

        // when
        runner((input, context) -> {
                    new CountDownLatch(1).await();
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .containsExactly(new StageFailed(
                        job,
                        NOW,
                        Stage.OCR,
                        1,
                        JobError.of(ErrorCode.TIME_LIMIT_EXCEEDED, Map.of("limit", "PT0.02S"))));
    }

    @Test
    void shouldAbandonWorkThatTakesNoNoticeOfBeingStopped() {
        // given
        settings = StageSettings.QUICK.withLimits(Duration.ofMillis(20), Duration.ofMillis(40));
        CountDownLatch released = new CountDownLatch(1);

        // when
        runner((input, context) -> {
                    awaitIgnoringInterrupts(released);
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));
        released.countDown();

        // then
        assertThat(broker.published).singleElement().isInstanceOf(StageFailed.class);
    }

    @Test
    void shouldLeaveUnfinishedWorkUnacknowledgedAtShutdownWithoutCountingItAsACrash() throws Exception {
        // given
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        var runner = runner((input, context) -> {
            running.countDown();
            new CountDownLatch(1).await();
            return recognized(input.jobId());
        });
        Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> runner.take(record(submitted(job))))));
        running.await();

        // when
        runner.stop();

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
        assertThat(broker.published).isEmpty();
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldNotCountAResultThatCouldNotBePublishedBeforeShutdownAsACrash() {
        // given
        broker.failures = Integer.MAX_VALUE;
        CompletableFuture<StageRunner<ReceiptSubmitted>> self = new CompletableFuture<>();
        var runner = runner((input, context) -> {
            self.join().stop();
            return recognized(input.jobId());
        });
        self.complete(runner);

        // when / then
        assertThatThrownBy(() -> runner.take(record(submitted(job)))).isInstanceOf(WorkerStoppingException.class);
        assertThat(ledger.starts).isEmpty();
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // native code takes no notice either
            }
        }
    }
}
