package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.worker.stage.StageException;

/** A job that is tried again. */
class RetakenTest extends AroundAStageRunner {

    private final AtomicInteger calls = new AtomicInteger();

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
    void shouldSayWhichAttemptFailedThisTime() {
        // when
        runner((input, context) -> {
                    throw new StageException(ErrorCode.OCR_TIMEOUT);
                })
                .retake(record(retry(2)));

        // then
        assertThat(broker.published)
                .singleElement()
                .extracting(event -> ((RetryScheduled) event).attempt())
                .isEqualTo(3);
    }

    @Test
    void shouldNotBeginBeforeTheRetryIsDue() throws Exception {
        // given
        Instant due = NOW.plus(Duration.ofMinutes(1));
        var runner = runnerThatCounts();
        Thread worker = Thread.ofVirtual()
                .start(() -> runner.retake(record(Submissions.retry(Stage.OCR, 1, due, submitted(job)))));
        await().atMost(Submissions.PATIENCE)
                .until(() -> calls.get() > 0 || worker.getState() == Thread.State.TIMED_WAITING);
        assertThat(calls).hasValue(0);

        // when
        clock.advance(Duration.ofMinutes(1));
        worker.join();

        // then
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldNotWaitForARetryOfACancelledJob() {
        // given
        cancellations.cancel(job);

        // when: it would be due in a day
        runnerThatCounts()
                .retake(record(Submissions.retry(Stage.OCR, 1, NOW.plus(Duration.ofDays(1)), submitted(job))));

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldPassOverTheRetriesOfOtherStages() {
        // when
        runnerThatCounts().retake(record(Submissions.retry(Stage.ANALYSIS, 1, NOW, submitted(job))));

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldPassOverARetryOfAnotherStagesInput() {
        // when
        runnerThatCounts().retake(record(Submissions.retry(Stage.OCR, 1, NOW, recognized(job))));

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldDeadLetterARetryThatCannotBeDecoded() {
        // when
        runnerThatCounts().retake(new ConsumerRecord<>(Topic.RETRY_SCHEDULED.id(), 3, 11, "k", new byte[] {1, 2, 3}));

        // then
        assertThat(broker.deadLetters).extracting(DeadLetter::topic).containsExactly(Topic.RETRY_SCHEDULED);
    }

    @Test
    void shouldCountTheAttemptAtWhichTheRunnerMetADefectOfItsOwn() {
        // given
        ledger.defect = new IllegalStateException("nobody expects this here");

        // when
        runnerThatCounts().retake(record(retry(2)));

        // then
        assertThat(broker.published)
                .containsExactly(new StageFailed(job, NOW, Stage.OCR, 3, JobError.of(ErrorCode.INTERNAL_ERROR)));
    }

    @Test
    void shouldDeadLetterARetryOfWhichNothingCanBePublishedAsARetry() {
        // given
        broker.refused = event -> true;

        // when
        runnerThatCounts().retake(record(retry(1)));

        // then
        assertThat(broker.deadLetters).extracting(DeadLetter::topic).containsExactly(Topic.RETRY_SCHEDULED);
    }

    private StageRunner<ReceiptSubmitted> runnerThatCounts() {
        return runner((input, context) -> {
            calls.incrementAndGet();
            return recognized(input.jobId());
        });
    }

    private RetryScheduled retry(int failedAttempt) {
        return Submissions.retry(Stage.OCR, failedAttempt, NOW, submitted(job));
    }
}
