package pl.paragon.api.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.InMemoryFactStore;
import pl.paragon.api.board.StatusConfig;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.runtime.publish.DeadLetter;

class ProjectionTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    private final InMemoryFactStore store = new InMemoryFactStore();
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final TickingClock clock = new TickingClock();
    private final StatusConfig config = Defaults.of(StatusConfig.class);
    private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private MockConsumer<String, byte[]> consumer;
    private Projection projection;

    @BeforeEach
    void startGateway() {
        consumer = new MockConsumer<>("earliest");
        for (Topic topic : Projection.TOPICS) {
            consumer.updatePartitions(
                    topic.id(), List.of(new PartitionInfo(topic.id(), 0, Node.noNode(), new Node[0], new Node[0])));
            ends.putIfAbsent(partition(topic), 0L);
        }
        consumer.updateBeginningOffsets(beginnings());
        consumer.updateEndOffsets(ends);
        projection =
                new Projection(consumer, store, new FactReader(publisher, new SimpleMeterRegistry()), config, clock);
        consumer.schedulePollTask(() -> consumer.rebalance(ends.keySet()));
        projection.step();
    }

    @Test
    void shouldProjectFactsAndRememberHowFar() {
        // given
        publish(Samples.submitted(JOB), Samples.step(JOB, Step.OCR));

        // when
        projection.step();

        // then
        assertThat(status()).isEqualTo(new JobStatus.Progress(Step.OCR, 1, Samples.NOON.plusSeconds(25)));
        assertThat(store.positions).containsEntry("receipt-submitted-0", 1L).containsEntry("step-started-0", 1L);
        assertThat(projection.covers(store.coverage())).isTrue();
    }

    @Test
    void shouldLetTheNextFactsGatherAfterAPollThatBroughtSome() {
        // given
        publish(Samples.submitted(JOB));

        // then
        assertThat(projection.step()).isPositive();
        assertThat(projection.step()).isZero();
    }

    @Test
    void shouldShowItsLagInStepsAndNotWithEachFact() {
        // given
        projection.step();
        publish(Samples.submitted(JOB));
        projection.step();
        assertThat(committed(Topic.RECEIPT_SUBMITTED)).isZero();

        // when
        clock.tick();
        projection.step();

        // then
        assertThat(committed(Topic.RECEIPT_SUBMITTED)).isEqualTo(1);
    }

    @Test
    void shouldDeadLetterWhatCannotBeDecodedAndGoOn() {
        // given
        append(Topic.STEP_STARTED, "{\"type\":\"no such fact\"}".getBytes());
        append(Topic.STEP_STARTED, Json.write(Samples.submitted(JOB))); // a fact, but not this topic's
        append(Topic.STEP_STARTED, null);
        publish(Samples.submitted(JOB), Samples.step(JOB, Step.SAVING));

        // when
        projection.step();

        // then
        assertThat(publisher.deadLetters)
                .extracting(DeadLetter::topic, DeadLetter::offset, DeadLetter::key)
                .containsExactly(
                        tuple(Topic.STEP_STARTED, 0L, JOB.toString()),
                        tuple(Topic.STEP_STARTED, 1L, JOB.toString()),
                        tuple(Topic.STEP_STARTED, 2L, JOB.toString()));
        assertThat(status()).isInstanceOf(JobStatus.Progress.class);
    }

    @Test
    void shouldNotSkipWhatCannotBeDeadLetteredEither() {
        // given
        publisher.away = true;
        append(Topic.STEP_STARTED, "garbage".getBytes());
        publish(Samples.submitted(JOB));
        projection.step();
        assertThat(store.of(JOB).facts()).isEmpty();

        // when
        publisher.away = false;
        redeliver();
        projection.step();

        // then
        assertThat(publisher.deadLetters).hasSize(1);
        assertThat(status()).isEqualTo(new JobStatus.Pending());
    }

    @Test
    void shouldLoseNothingWhileTheStoreIsAway() {
        // given
        store.away = true;
        publish(Samples.submitted(JOB), Samples.step(JOB, Step.OCR));
        projection.step();
        projection.step();

        // when
        store.away = false;
        redeliver();
        projection.step();

        // then
        assertThat(status()).isInstanceOf(JobStatus.Progress.class);
    }

    @Test
    void shouldRebuildAStoreThatLostItsMemory() {
        // given
        publish(Samples.submitted(JOB), Samples.analyzed(JOB), Samples.saved(JOB));
        projection.step();
        assertThat(status()).isInstanceOf(JobStatus.Succeeded.class);

        // when nobody tells anything new
        store.loseMemory();
        clock.tick();
        projection.step();
        redeliver();
        projection.step();

        // then
        assertThat(status()).isInstanceOf(JobStatus.Succeeded.class);
        assertThat(projection.covers(store.coverage())).isTrue();
        assertThat(store.of(JOB).rebuilding()).isFalse();
    }

    @Test
    void shouldNotAddToAStoreThatLostItsMemoryBeforeItIsRebuilt() {
        // given
        publish(Samples.submitted(JOB), Samples.step(JOB, Step.OCR));
        projection.step();
        store.loseMemory();

        // when a fact comes before the loss is noticed
        publish(Samples.step(JOB, Step.SAVING));
        projection.step();

        // then
        assertThat(store.of(JOB).facts()).isEmpty();
        assertThat(store.positions).isEmpty();
        assertThat(projection.covers(store.coverage())).isFalse();

        // when
        redeliver();
        projection.step();

        // then
        assertThat(store.of(JOB).facts()).hasSize(3);
    }

    @Test
    void shouldSayThatMuchIsMissingWhileItIsRebuilt() {
        // given
        publish(Samples.submitted(JOB), Samples.saved(JOB));
        projection.step();
        store.loseMemory();
        clock.tick();
        projection.step();

        // when positions are read, but no record came yet
        projection.step();

        // then
        assertThat(store.of(JOB).rebuilding()).isTrue();
        assertThat(projection.covers(store.coverage())).isFalse();
    }

    @Test
    void shouldGoBackToWhereTheStoreIsAfterItLostItsLastSecond() {
        // given
        publish(Samples.submitted(JOB), Samples.step(JOB, Step.OCR));
        projection.step();
        store.positions.put("step-started-0", 0L);
        clock.tick();

        // when
        projection.step();
        redeliver();
        projection.step();

        // then
        assertThat(store.positions).containsEntry("step-started-0", 1L);
        assertThat(store.rebuilding).isEmpty();
    }

    @Test
    void shouldGoOnWhereAnotherGatewayStopped() {
        // given
        publish(Samples.submitted(JOB));
        projection.step();
        publish(Samples.step(JOB, Step.OCR));

        // when
        startGateway();
        redeliver();
        projection.step();

        // then
        assertThat(consumer.position(partition(Topic.RECEIPT_SUBMITTED))).isEqualTo(1);
        assertThat(status()).isInstanceOf(JobStatus.Progress.class);
    }

    private JobStatus status() {
        return Job.of(JOB, store.of(JOB).facts()).orElseThrow().status();
    }

    private void publish(Event... events) {
        for (Event event : events) {
            append(Topic.of(event), Json.write(event));
        }
    }

    private void append(Topic topic, byte[] value) {
        long offset = ends.merge(partition(topic), 1L, Long::sum) - 1;
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic.id(), 0, offset, JOB.toString(), value);
        log.add(record);
        consumer.updateEndOffsets(ends);
        consumer.addRecord(record);
    }

    /** What a broker does of itself after a seek: the mock forgets what it delivered. */
    private void redeliver() {
        consumer.schedulePollTask(() -> log.forEach(record -> {
            if (record.offset() >= consumer.position(new TopicPartition(record.topic(), record.partition()))) {
                consumer.addRecord(record);
            }
        }));
    }

    private Map<TopicPartition, Long> beginnings() {
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        ends.keySet().forEach(partition -> beginnings.put(partition, 0L));
        return beginnings;
    }

    private static TopicPartition partition(Topic topic) {
        return new TopicPartition(topic.id(), 0);
    }

    /** Stands still until it is told to tick. */
    private long committed(Topic topic) {
        TopicPartition partition = partition(topic);
        return consumer.committed(Set.of(partition)).get(partition).offset();
    }

    private static final class TickingClock extends Clock {
        private Instant now = Samples.NOON;

        void tick() {
            now = now.plusSeconds(60);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
