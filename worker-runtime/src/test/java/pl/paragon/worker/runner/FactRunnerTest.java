package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
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

    @Test
    void shouldAskTheHandlerAgainUntilWhatItNeedsIsBack() {
        // given
        List<CancelRequested> asked = new ArrayList<>();
        FactRunner<CancelRequested> runner = runner(cancel -> {
            asked.add(cancel);
            if (asked.size() < 4) {
                throw new StageException(ErrorCode.DATABASE_UNAVAILABLE);
            }
            return cancelled(cancel);
        });

        // when
        runner.take(record(Json.write(CANCEL)));

        // then
        assertThat(asked).hasSize(4);
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
                StageSettings.QUICK,
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
}
