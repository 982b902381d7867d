package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.attempt.NativeCode;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.StageHandler;

/** Work that is told to stop: its job is cancelled or its time is over. */
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
                    NativeCode.await(released);
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));
        released.countDown();

        // then
        assertThat(broker.published).singleElement().isInstanceOf(StageFailed.class);
    }

    @Test
    void shouldBoundTheWorkOfAllAttemptsTogether() {
        // given: a retry of a job that the stage has worked on for an hour less 20 ms already
        var retry = new RetryScheduled(
                job,
                NOW,
                Stage.OCR,
                1,
                4,
                NOW,
                JobError.of(ErrorCode.OCR_TIMEOUT),
                submitted(job),
                settings.softLimit().minusMillis(20));

        // when
        runner((input, context) -> {
                    new CountDownLatch(1).await();
                    return recognized(input.jobId());
                })
                .retake(record(retry));

        // then
        assertThat(broker.published)
                .containsExactly(new StageFailed(
                        job, NOW, Stage.OCR, 2, JobError.of(ErrorCode.TIME_LIMIT_EXCEEDED, Map.of("limit", "PT1H"))));
    }

    @Test
    void shouldSayInARetryHowLongTheStageHasWorkedInAll() {
        // given
        var retry = new RetryScheduled(
                job,
                NOW,
                Stage.OCR,
                1,
                4,
                NOW,
                JobError.of(ErrorCode.OCR_TIMEOUT),
                submitted(job),
                Duration.ofMinutes(3));

        // when
        runner((input, context) -> {
                    clock.advance(Duration.ofMinutes(2));
                    throw new StageException(ErrorCode.OCR_TIMEOUT);
                })
                .retake(record(retry));

        // then
        assertThat(broker.published)
                .singleElement()
                .extracting(event -> ((RetryScheduled) event).workSpent())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void shouldNotCountWaitingAsWork() {
        // given: an outage and a backlog that together are longer than any limit
        AtomicInteger calls = new AtomicInteger();
        List<Instant> deadlines = new ArrayList<>();
        clock.advance(settings.hardLimit().multipliedBy(2));

        // when
        runner((input, context) -> {
                    deadlines.add(context.deadline());
                    if (calls.incrementAndGet() < 3) {
                        clock.advance(settings.softLimit().dividedBy(2));
                        throw new StageException(ErrorCode.STORE_UNAVAILABLE);
                    }
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.published).containsExactly(recognized(job));
        assertThat(deadlines.getLast()).isEqualTo(clock.instant().plus(settings.softLimit()));
    }

    @Test
    void shouldNotCountTheTimeThatEarlierStagesTook() {
        // given: a text that was recognised from a job whose work began long ago
        AtomicReference<Instant> deadline = new AtomicReference<>();
        var analysis = analysis((input, context) -> {
            deadline.set(context.deadline());
            return recognized(input.jobId());
        });
        clock.advance(Duration.ofDays(1));

        // when
        analysis.take(record(recognized(job)));

        // then
        assertThat(deadline.get()).isEqualTo(clock.instant().plus(settings.softLimit()));
    }

    @Test
    void shouldTellTheWorkWhenTheJobsFirstStageBegan() {
        // given
        AtomicReference<Instant> told = new AtomicReference<>();
        var analysis = analysis((input, context) -> {
            told.set(context.workStartedAt());
            return recognized(input.jobId());
        });
        clock.advance(Duration.ofDays(1));

        // when
        analysis.take(record(recognized(job)));

        // then
        assertThat(told).hasValue(recognized(job).workBegan().orElseThrow());
    }

    @Test
    void shouldNotWaitForASlotOnceTheJobIsCancelled() throws Exception {
        // given: jobs that hold all slots
        HeldWork work = new HeldWork();
        var runner = runner(work);
        takeEverySlot(runner, work);
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        await().atMost(Submissions.PATIENCE).until(() -> worker.getState() == Thread.State.TIMED_WAITING);

        // when
        cancellations.cancel(job);
        worker.join();

        // then
        assertThat(broker.published).isEmpty();
        work.finish();
    }

    @Test
    void shouldEndAPauseSoonWhenItsJobIsCancelled() throws Exception {
        // given: a store that does not come back
        settings = settings.withEndlessPauses();
        var runner = runner((input, context) -> {
            throw new StageException(ErrorCode.STORE_UNAVAILABLE);
        });
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        await().atMost(Submissions.PATIENCE)
                .until(() -> condition.report().condition() == WorkerHeartbeat.Condition.WAITING);

        // when
        cancellations.cancel(job);
        worker.join();

        // then
        assertThat(broker.published).isEmpty();
    }

    private StageRunner<ReceiptTextRecognized> analysis(StageHandler<ReceiptTextRecognized> handler) {
        return runner(Stage.ANALYSIS, ReceiptTextRecognized.class, handler);
    }
}
