package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.attempt.NativeCode;
import pl.paragon.worker.stage.WorkerStoppingException;

/** A worker that shuts down finishes what it has in hand and leaves the rest to the next. */
class DrainingTest extends AroundAStageRunner {

    /** A drain that ends only when the jobs do. */
    private static final Duration ENDLESS = Duration.ofDays(1);

    @Test
    void shouldFinishTheJobInHandWhenTheWorkerShutsDown() throws Exception {
        // given
        HeldWork work = new HeldWork();
        var runner = runner(work);
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        work.awaitRunning(1);
        Thread shutdown = Thread.ofVirtual().start(() -> drain(runner, ENDLESS));
        await().atMost(Submissions.PATIENCE).until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);

        // when
        work.finish();
        worker.join();
        shutdown.join();

        // then
        assertThat(broker.published).containsExactly(recognized(job));
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldHoldWhatComesWhileTheWorkerShutsDownAndLeaveItUnacknowledged() throws Exception {
        // given
        HeldWork work = new HeldWork();
        var runner = runner(work);
        Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        work.awaitRunning(1);
        Thread shutdown = Thread.ofVirtual().start(() -> drain(runner, ENDLESS));
        await().atMost(Submissions.PATIENCE).until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);

        // when
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread late = Thread.ofVirtual()
                .start(() -> thrown.complete(catchThrowable(() -> runner.take(record(submitted(JobId.random()))))));
        await().atMost(Submissions.PATIENCE).until(() -> late.getState() == Thread.State.WAITING);
        assertThat(thrown).isNotDone();
        work.finish();

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
        assertThat(broker.published).containsExactly(recognized(job));
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

        // when: it may take no time to finish
        runner.drain(Duration.ZERO);

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
            drain(self.join(), Duration.ZERO);
            return recognized(input.jobId());
        });
        self.complete(runner);

        // when / then
        assertThatThrownBy(() -> runner.take(record(submitted(job)))).isInstanceOf(WorkerStoppingException.class);
        assertThat(ledger.starts).isEmpty();
    }

    private static void drain(StageRunner<?> runner, Duration patience) {
        try {
            runner.drain(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldHoldARetryThatComesWhileTheWorkerShutsDown() throws Exception {
        // given
        HeldWork work = new HeldWork();
        var runner = runner(work);
        Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        work.awaitRunning(1);
        Thread shutdown = Thread.ofVirtual().start(() -> drain(runner, ENDLESS));
        await().atMost(Submissions.PATIENCE).until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);

        // when: that of another stage, which is passed over otherwise
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread late = Thread.ofVirtual()
                .start(() -> thrown.complete(catchThrowable(() -> runner.retake(record(retryOfAnotherStage())))));
        await().atMost(Submissions.PATIENCE).until(() -> thrown.isDone() || late.getState() == Thread.State.WAITING);

        // then
        assertThat(thrown).isNotDone();
        work.finish();
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldStopWorkThatBeginsWhileTheRestIsToldToStop() throws Exception {
        // given: a job that has its slot, and is not running yet
        CountDownLatch beginning = new CountDownLatch(1);
        CountDownLatch drained = new CountDownLatch(1);
        ledger.atBegin = () -> {
            beginning.countDown();
            NativeCode.await(drained);
        };
        var runner = runner((input, context) -> {
            new CountDownLatch(1).await();
            return recognized(input.jobId());
        });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> runner.take(record(submitted(job))))));
        beginning.await();

        // when
        runner.drain(Duration.ZERO);
        drained.countDown();

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldNotBeginAJobThatWaitsForASlot() throws Exception {
        // given: jobs that hold all slots, and one more
        HeldWork work = new HeldWork();
        var runner = runner(work);
        takeEverySlot(runner, work);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual()
                .start(() -> thrown.complete(catchThrowable(() -> runner.take(record(submitted(job))))));
        await().atMost(Submissions.PATIENCE).until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        // when
        Thread shutdown = Thread.ofVirtual().start(() -> drain(runner, ENDLESS));
        await().atMost(Submissions.PATIENCE).until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);
        work.finish();
        shutdown.join();

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
        assertThat(broker.published).hasSize(settings.concurrency()).doesNotContain(recognized(job));
    }

    private RetryScheduled retryOfAnotherStage() {
        return new RetryScheduled(
                job,
                Submissions.NOW,
                Stage.ANALYSIS,
                1,
                4,
                Submissions.NOW,
                JobError.of(ErrorCode.ANALYSIS_TIMEOUT),
                recognized(job),
                Duration.ZERO);
    }
}
