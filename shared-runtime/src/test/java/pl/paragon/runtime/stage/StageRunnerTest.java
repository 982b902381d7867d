package pl.paragon.runtime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static pl.paragon.runtime.stage.Submissions.NOW;
import static pl.paragon.runtime.stage.Submissions.recognized;
import static pl.paragon.runtime.stage.Submissions.record;
import static pl.paragon.runtime.stage.Submissions.submitted;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.cancel.Cancellations;

class StageRunnerTest {

    private final JobId job = JobId.random();
    private final FakeBroker broker = new FakeBroker();
    private final FakeLedger ledger = new FakeLedger();
    private final Cancellations cancellations = new Cancellations();
    private StageSettings settings = StageSettings.QUICK;

    @Test
    void shouldPublishWhatTheWorkGivesAndForgetTheStart() {
        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published).containsExactly(recognized(job));
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldTellEachStepThatTheWorkBegins() {
        // when
        runner((input, context) -> {
                    context.step(Step.INITIALIZING);
                    context.step(Step.OCR);
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.told)
                .containsExactly(
                        new StepStarted(job, NOW, Step.INITIALIZING, 1), new StepStarted(job, NOW, Step.OCR, 1));
    }

    @Test
    void shouldBuryWhatCannotBeDecodedAndGoOn() {
        // given
        var runner = runner((input, context) -> recognized(input.jobId()));

        // when
        runner.take(new ConsumerRecord<>(Topic.RECEIPT_SUBMITTED.id(), 3, 11, "k", new byte[] {1, 2, 3}));
        runner.take(record(submitted(job)));

        // then
        assertThat(broker.buried).singleElement().satisfies(headers -> assertThat(headers)
                .containsEntry("dead-letter-topic", "receipt-submitted")
                .containsEntry("dead-letter-partition", "3")
                .containsEntry("dead-letter-offset", "11"));
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @ParameterizedTest
    @EnumSource(names = {"PDF_ENCRYPTED", "NOT_A_RECEIPT", "FILE_MISSING", "INTERNAL_ERROR"})
    void shouldGiveUpAtOnceWhereTryingAgainCannotHelp(ErrorCode code) {
        // when
        runner((input, context) -> {
                    throw new StageException(code);
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.published).containsExactly(new StageFailed(job, NOW, Stage.OCR, 1, JobError.of(code)));
    }

    @Test
    void shouldTakeAnUnknownExceptionForADefectOfOurs() {
        // when
        runner((input, context) -> {
                    throw new IllegalStateException("oops");
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .singleElement()
                .extracting(event -> ((StageFailed) event).error())
                .isEqualTo(JobError.of(
                        ErrorCode.INTERNAL_ERROR, Map.of("exception", "java.lang.IllegalStateException: oops")));
    }

    @Test
    void shouldScheduleARetryOfAPassingFault() {
        // given
        settings = StageSettings.QUICK.withRetryDelay(Duration.ofSeconds(60));

        // when
        runner((input, context) -> {
                    throw new StageException(ErrorCode.OCR_TIMEOUT);
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .containsExactly(new RetryScheduled(
                        job,
                        NOW,
                        Stage.OCR,
                        1,
                        4,
                        NOW.plusSeconds(60),
                        JobError.of(ErrorCode.OCR_TIMEOUT),
                        submitted(job)));
    }

    @Test
    void shouldTakeUpARetryWithItsAttemptAndGiveUpAfterTheLast() {
        // given
        AtomicInteger attempt = new AtomicInteger();
        var runner = runner((input, context) -> {
            attempt.set(context.attempt());
            throw new StageException(ErrorCode.OCR_TIMEOUT);
        });

        // when
        runner.retake(record(retry(3)));

        // then
        assertThat(attempt).hasValue(4);
        assertThat(broker.published)
                .containsExactly(new StageFailed(job, NOW, Stage.OCR, 4, JobError.of(ErrorCode.OCR_TIMEOUT)));
    }

    @Test
    void shouldPassOverTheRetriesOfOtherStages() {
        // given
        var other = new RetryScheduled(
                job, NOW, Stage.ANALYSIS, 1, 4, NOW, JobError.of(ErrorCode.ANALYSIS_TIMEOUT), recognized(job));

        // when
        runner((input, context) -> recognized(input.jobId())).retake(record(other));

        // then
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldWaitForADependencyThatIsDownWithoutBurningAttempts() {
        // given
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger attempt = new AtomicInteger();

        // when
        runner((input, context) -> {
                    attempt.set(context.attempt());
                    if (calls.incrementAndGet() < 10) {
                        throw new StageException(ErrorCode.STORE_UNAVAILABLE);
                    }
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(calls).hasValue(10);
        assertThat(attempt).hasValue(1);
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldWaitForTheBrokerAndPublishTheResultOnce() {
        // given
        broker.failures = 5;
        AtomicInteger calls = new AtomicInteger();

        // when
        runner((input, context) -> {
                    calls.incrementAndGet();
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(calls).hasValue(1);
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldWaitForTheLedger() {
        // given
        ledger.failures = 3;

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldCountAStartThatWasNeverEndedAsAnAttempt() {
        // given
        ledger.crashed(job, 2);
        AtomicInteger attempt = new AtomicInteger();

        // when
        runner((input, context) -> {
                    attempt.set(context.attempt());
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(attempt).hasValue(3);
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldGiveUpAJobThatBroughtItsWorkerDownAtEachAttempt() {
        // given
        ledger.crashed(job, 4);
        AtomicInteger calls = new AtomicInteger();

        // when
        runner((input, context) -> {
                    calls.incrementAndGet();
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published)
                .containsExactly(new StageFailed(
                        job, NOW, Stage.OCR, 4, JobError.of(ErrorCode.WORKER_CRASHED, Map.of("attempts", "4"))));
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldRunAJobThatMayHaveCrashedItsWorkerAlone() throws Exception {
        // given: a job that is running, and a suspect that came after it
        JobId innocent = JobId.random();
        ledger.crashed(job, 1);
        CountDownLatch innocentRuns = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger othersWhileSuspectRan = new AtomicInteger(-1);
        CompletableFuture<StageRunner<ReceiptSubmitted>> self = new CompletableFuture<>();
        var runner = runner((input, context) -> {
            if (input.jobId().equals(innocent)) {
                innocentRuns.countDown();
                finish.await();
            } else {
                othersWhileSuspectRan.set(self.join().activeJobs() - 1);
            }
            return recognized(input.jobId());
        });
        self.complete(runner);
        Thread first = Thread.ofVirtual().start(() -> runner.take(record(submitted(innocent))));
        innocentRuns.await();

        // when
        Thread suspect = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        await().until(() -> suspect.getState() == Thread.State.WAITING);
        assertThat(othersWhileSuspectRan).hasValue(-1);
        finish.countDown();
        first.join();
        suspect.join();

        // then
        assertThat(othersWhileSuspectRan).hasValue(0);
        assertThat(broker.published).containsExactly(recognized(innocent), recognized(job));
    }

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

    private RetryScheduled retry(int failedAttempt) {
        return new RetryScheduled(
                job, NOW, Stage.OCR, failedAttempt, 4, NOW, JobError.of(ErrorCode.OCR_TIMEOUT), submitted(job));
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

    private StageRunner<ReceiptSubmitted> runner(StageHandler<ReceiptSubmitted> handler) {
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
