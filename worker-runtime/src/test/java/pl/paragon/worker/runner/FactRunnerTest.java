package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.stage.FactHandler;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.WorkerStoppingException;

class FactRunnerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final CancelRequested CANCEL =
            new CancelRequested(JobId.of("0b8c2f1e-5f0a-4d0e-9a51-3a5f8d1c2b4e"), NOW, "anonymous");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeBroker broker = new FakeBroker();
    private StageSettings settings = StageSettings.QUICK;
    private final WorkerCondition condition = new WorkerCondition(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldPublishWhatFollowsFromAFact() {
        // given
        FactRunner<CancelRequested> runner = runner(FactRunnerTest::cancelled);

        // when
        runner.take(record(Json.write(CANCEL)));

        // then
        assertThat(broker.published).containsExactly(cancelled(CANCEL));
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABASE_UNAVAILABLE", "DATABASE_ERROR"})
    void shouldAskTheHandlerAgainUntilWhatItNeedsIsBackHoweverOftenThatTakes(ErrorCode passing) {
        // given
        List<CancelRequested> asked = new ArrayList<>();
        FactRunner<CancelRequested> runner = runner(cancel -> {
            asked.add(cancel);
            if (asked.size() < 20) {
                throw new StageException(passing);
            }
            return cancelled(cancel);
        });

        // when
        runner.take(record(Json.write(CANCEL)));

        // then
        assertThat(asked).hasSize(20);
        assertThat(broker.published).containsExactly(cancelled(CANCEL));
    }

    @Test
    void shouldWaitForTheBroker() {
        // given
        broker.failures = 3;
        FactRunner<CancelRequested> runner = runner(FactRunnerTest::cancelled);

        // when
        runner.take(record(Json.write(CANCEL)));

        // then
        assertThat(broker.published).containsExactly(cancelled(CANCEL));
    }

    @Test
    void shouldDeadLetterARecordThatCannotBeDecoded() {
        // given
        FactRunner<CancelRequested> runner = runner(FactRunnerTest::cancelled);

        // when
        runner.take(record("no JSON".getBytes()));

        // then
        assertThat(broker.published).isEmpty();
        assertThat(condition.report().condition())
                .as("a record that is no fact is not a defect of this worker")
                .isEqualTo(WorkerHeartbeat.Condition.WORKING);
        assertThat(broker.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topic.CANCEL_REQUESTED);
            assertThat(letter.partition()).isEqualTo(2);
            assertThat(letter.offset()).isEqualTo(7);
            assertThat(letter.reason()).isNotBlank();
        });
        assertThat(meters.get("paragon.stage.dead.letters")
                        .tag("stage", "persistence")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldDeadLetterAFactWhoseConsequenceADefectKeepsAwaySoThatOthersAreNotHeldUp() {
        // given
        AtomicInteger asked = new AtomicInteger();
        FactRunner<CancelRequested> runner = runner(cancel -> {
            asked.incrementAndGet();
            throw new IllegalStateException("a defect of ours");
        });

        // when
        runner.take(record(Json.write(CANCEL)));

        // then
        assertThat(asked).hasValue(4);
        assertThat(broker.deadLetters).hasSize(1);
        assertThat(condition.report())
                .isEqualTo(new WorkerCondition.Report(
                        WorkerHeartbeat.Condition.DEFECTIVE, Optional.of(ErrorCode.INTERNAL_ERROR)));
    }

    @Test
    void shouldDeadLetterAFactWhoseConsequenceTheBrokerWillNeverTake() {
        // given
        broker.refused = event -> true;

        // when
        runner(FactRunnerTest::cancelled).take(record(Json.write(CANCEL)));

        // then
        assertThat(broker.deadLetters).hasSize(1);
    }

    @Test
    void shouldLeaveARecordUnacknowledgedWhenTheWorkerStops() {
        // given
        List<FactRunner<CancelRequested>> runners = new ArrayList<>();
        FactRunner<CancelRequested> runner = runner(cancel -> {
            runners.getFirst().stop();
            throw new IllegalStateException("a defect of ours");
        });
        runners.add(runner);

        // when, then
        assertThatThrownBy(() -> runner.take(record(Json.write(CANCEL)))).isInstanceOf(WorkerStoppingException.class);
        assertThat(broker.published).isEmpty();
    }

    private FactRunner<CancelRequested> runner(FactHandler<CancelRequested> handler) {
        return new FactRunner<>(
                Stage.PERSISTENCE,
                Topic.CANCEL_REQUESTED,
                CancelRequested.class,
                handler,
                settings,
                broker,
                condition,
                meters);
    }

    private static JobEnded cancelled(CancelRequested cancel) {
        return new JobEnded(cancel.jobId(), NOW, new JobEnded.Cancelled());
    }

    private static ConsumerRecord<String, byte[]> record(byte[] value) {
        return new ConsumerRecord<>(Topic.CANCEL_REQUESTED.id(), 2, 7, CANCEL.key(), value);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_ERROR", "PDF_CORRUPT", "TIME_LIMIT_EXCEEDED"})
    void shouldNotWaitForWhatDoesNotPass(ErrorCode lasting) {
        // when
        runner(cancel -> {
                    throw new StageException(lasting);
                })
                .take(record(Json.write(CANCEL)));

        // then
        assertThat(broker.deadLetters).hasSize(1);
    }

    @Test
    void shouldSayWhatItWaitsForUntilTheWorkerStops() throws Exception {
        // given: a database that does not come back
        settings = settings.withEndlessPauses();
        FactRunner<CancelRequested> runner = runner(cancel -> {
            throw new StageException(ErrorCode.DATABASE_UNAVAILABLE);
        });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> runner.take(record(Json.write(CANCEL))))));

        // then
        await().atMost(Submissions.PATIENCE).untilAsserted(() -> assertThat(condition.report())
                .isEqualTo(new WorkerCondition.Report(
                        WorkerHeartbeat.Condition.WAITING, Optional.of(ErrorCode.DATABASE_UNAVAILABLE))));
        runner.stop();
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
    }
}
