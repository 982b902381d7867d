package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.WorkerStoppingException;

/** What follows an attempt: its fact, a retry, a dead letter or the end; and waiting for what is away. */
class StageRunnerTest extends AroundAStageRunner {

    @Test
    void shouldPublishWhatTheWorkGivesAndForgetTheStart() {
        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published).containsExactly(recognized(job));
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldPublishTheStepsThatLast() {
        // when
        runner((input, context) -> {
                    context.step(Step.INITIALIZING);
                    context.step(Step.OCR);
                    await().until(() -> broker.unconfirmed.size() == 2);
                    context.step(Step.OCR_QUALITY_CHECK);
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.unconfirmed)
                .containsExactly(
                        new StepStarted(job, NOW, Step.INITIALIZING, 1), new StepStarted(job, NOW, Step.OCR, 1));
    }

    @Test
    void shouldDeadLetterWhatCannotBeDecodedAndGoOn() {
        // given
        var runner = runner((input, context) -> recognized(input.jobId()));

        // when
        runner.take(new ConsumerRecord<>(Topic.RECEIPT_SUBMITTED.id(), 3, 11, "k", new byte[] {1, 2, 3}));
        runner.take(record(submitted(job)));

        // then
        assertThat(broker.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topic.RECEIPT_SUBMITTED);
            assertThat(letter.partition()).isEqualTo(3);
            assertThat(letter.offset()).isEqualTo(11);
            assertThat(letter.value()).containsExactly(1, 2, 3);
        });
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void shouldGiveUpAJobWhoseFilesWereDeletedAndNotWaitForThem() {
        // given
        ledger.filesAreGone = true;

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .containsExactly(new StageFailed(job, NOW, Stage.OCR, 1, JobError.of(ErrorCode.FILE_MISSING)));
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
                .isEqualTo(JobError.of(ErrorCode.INTERNAL_ERROR));
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
                        submitted(job),
                        Duration.ZERO));
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
    void shouldKeepTheTextsOfExceptionsFromClients() {
        // when
        runner((input, context) -> {
                    throw new StageException(ErrorCode.DATABASE_ERROR, new IOException("/srv/paragon: select secret"));
                })
                .take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .singleElement()
                .extracting(event -> ((RetryScheduled) event).error().details())
                .isEqualTo(Map.of());
    }

    @Test
    void shouldFailAJobWhoseResultTheBrokerWillNeverTakeInsteadOfWaitingForTheBroker() {
        // given
        broker.refused = recognized(job)::equals;

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .containsExactly(new StageFailed(job, NOW, Stage.OCR, 1, JobError.of(ErrorCode.INTERNAL_ERROR)));
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldDeadLetterARecordOfWhichNothingCanBePublished() {
        // given
        broker.refused = event -> true;

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.deadLetters).hasSize(1);
        assertThat(condition.report().condition()).isEqualTo(WorkerHeartbeat.Condition.DEFECTIVE);
    }

    @Test
    void shouldFailAJobAtADefectOfTheRunnersOwnInsteadOfEndingItsChannel() {
        // given
        ledger.defect = new UncheckedIOException(new IOException("nobody expects this here"));

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .containsExactly(new StageFailed(job, NOW, Stage.OCR, 1, JobError.of(ErrorCode.INTERNAL_ERROR)));
        assertThat(condition.report().condition()).isEqualTo(WorkerHeartbeat.Condition.DEFECTIVE);
    }

    @Test
    void shouldSayWhatItWaitsFor() throws Exception {
        // given
        AtomicBoolean down = new AtomicBoolean(true);
        var runner = runner((input, context) -> {
            if (down.get()) {
                throw new StageException(ErrorCode.STORE_UNAVAILABLE);
            }
            return recognized(input.jobId());
        });

        // when
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        await().atMost(Submissions.PATIENCE)
                .until(() -> condition.report().condition() == WorkerHeartbeat.Condition.WAITING);
        await().atMost(Submissions.PATIENCE).until(() -> waiting(ErrorCode.STORE_UNAVAILABLE) == 1);
        assertThat(waiting(ErrorCode.DATABASE_UNAVAILABLE)).isZero();

        // then
        down.set(false);
        worker.join();
        assertThat(condition.report().condition()).isEqualTo(WorkerHeartbeat.Condition.WORKING);
        assertThat(waiting(ErrorCode.STORE_UNAVAILABLE)).isZero();
    }

    @Test
    void shouldNoteTheStartBeforeTheWorkBegins() {
        // given
        List<Set<Incarnation>> during = new ArrayList<>();

        // when
        runner((input, context) -> {
                    during.add(Set.copyOf(ledger.starts.get(job)));
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(during).containsExactly(Set.of(crew.self()));
    }

    @Test
    void shouldFinishAJobWhoseEndCannotBeNoted() {
        // given
        ledger.endsCannotBeNoted = true;

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldPauseLongerEachTimeSomethingIsStillDown() {
        // given: eight pauses, each twice as long as the one before
        settings = settings.withPauses(Duration.ofMillis(1), Duration.ofHours(1));
        AtomicInteger calls = new AtomicInteger();
        long began = System.nanoTime();

        // when
        runner((input, context) -> {
                    if (calls.incrementAndGet() <= 8) {
                        throw new StageException(ErrorCode.STORE_UNAVAILABLE);
                    }
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(255));
    }

    @Test
    void shouldSayThatItWaitsForTheBroker() throws Exception {
        // given
        settings = settings.withEndlessPauses();
        broker.failures = Integer.MAX_VALUE;
        var runner = runner((input, context) -> recognized(input.jobId()));
        Thread worker = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> runner.take(record(submitted(job))))
                .isInstanceOf(WorkerStoppingException.class));

        // when, then
        await().atMost(Submissions.PATIENCE).untilAsserted(() -> assertThat(condition.report())
                .isEqualTo(new WorkerCondition.Report(
                        WorkerHeartbeat.Condition.WAITING, Optional.of(ErrorCode.BROKER_UNAVAILABLE))));
        runner.drain(Duration.ZERO);
        worker.join();
    }

    @Test
    void shouldWaitForTheBrokerWithADeadLetter() {
        // given
        broker.failures = 3;

        // when
        runner((input, context) -> recognized(input.jobId()))
                .take(new ConsumerRecord<>(Topic.RECEIPT_SUBMITTED.id(), 3, 11, "k", new byte[] {1, 2, 3}));

        // then
        assertThat(broker.deadLetters).hasSize(1);
    }

    private double waiting(ErrorCode reason) {
        return meters.get("paragon.stage.waiting")
                .tags("stage", "ocr", "reason", reason.name())
                .gauge()
                .value();
    }
}
