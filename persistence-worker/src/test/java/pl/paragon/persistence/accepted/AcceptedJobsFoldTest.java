package pl.paragon.persistence.accepted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.worker.stage.StageException;

/** The fold over the one partition of a broker that does as it is told. */
class AcceptedJobsFoldTest {

    private static final Instant NOW = Fixtures.NOW;
    private static final String TOPIC = Topic.RECEIPT_SUBMITTED.id();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Register register = new Register();
    private UUID topic = UUID.randomUUID();
    private final JobId one = JobId.random();
    private final JobId two = JobId.random();
    private AcceptedJobsFold fold;

    @BeforeEach
    void start() {
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        brokerHas(0, 0);
        fold = new AcceptedJobsFold(
                consumer,
                topics -> topics.stream().collect(Collectors.toMap(Function.identity(), name -> topic)),
                register,
                register,
                Clock.fixed(NOW, ZoneOffset.UTC));
        consumer.rebalance(List.of(PARTITION));
    }

    @Test
    void shouldHoldEverythingFromTheTopicsBeginningUntilNow() {
        // given
        fold.step();
        brokerHas(0, 2);
        arrives(0, one);
        arrives(1, two);

        // when
        fold.step();

        // then
        assertThat(register.jobs).containsExactly(one, two);
        assertThat(register.next).isEqualTo(2);
        assertThat(register.since).isEqualTo(Instant.EPOCH);
        assertThat(register.until).isEqualTo(NOW);
    }

    @Test
    void shouldNotClaimToBeCompleteWhileItIsBehind() {
        // given
        brokerHas(0, 2);
        arrivesLater(0, one);

        // when
        fold.step();
        fold.step();

        // then
        assertThat(register.next).isEqualTo(1);
        assertThat(register.until).isNull();
    }

    @Test
    void shouldNotClaimToKnowWhatTheBrokerDeletedBeforeItBegan() {
        // given
        brokerHas(40, 40);

        // when
        fold.step();

        // then
        assertThat(register.next).isEqualTo(40);
        assertThat(register.since).isEqualTo(NOW);
    }

    @Test
    void shouldNotClaimToKnowWhatTheBrokerDeletedInTheMeantime() {
        // given
        register.next = 7L;
        register.since = Instant.EPOCH;
        brokerHas(9, 9);

        // when
        fold.step();

        // then
        assertThat(register.next).isEqualTo(9);
        assertThat(register.since).isEqualTo(NOW);
    }

    @Test
    void shouldNotClaimToKnowWhatTheBrokerDeletedBetweenTwoPolls() {
        // given
        fold.step();
        brokerHas(0, 6);
        arrives(5, one);

        // when
        fold.step();

        // then
        assertThat(register.jobs).containsExactly(one);
        assertThat(register.next).isEqualTo(6);
        assertThat(register.since).isEqualTo(NOW);
    }

    @Test
    void shouldBeginAgainInATopicThatWasCreatedOnceMore() {
        // given: five records of a topic that is lost, and three of the one that took its place
        register.next = 5L;
        register.topic = UUID.randomUUID();
        register.since = Instant.EPOCH;
        register.until = NOW;
        brokerHas(0, 3);
        arrivesLater(0, one);

        // when
        fold.step();
        fold.step();

        // then
        assertThat(register.jobs).containsExactly(one);
        assertThat(register.topic).isEqualTo(topic);
        assertThat(register.next).isEqualTo(1);
        assertThat(register.since).isEqualTo(NOW);
        assertThat(register.until).isNull();
    }

    @Test
    void shouldFoldAgainWhatAnEarlierVersionMayHaveFoldedOfALostTopic() {
        // given: a position without a topic
        register.next = 1L;
        register.since = Instant.EPOCH;
        brokerHas(0, 1);
        arrivesLater(0, one);

        // when
        fold.step();
        fold.step();

        // then
        assertThat(register.jobs).containsExactly(one);
        assertThat(register.topic).isEqualTo(topic);
        assertThat(register.since).isEqualTo(NOW);
    }

    @Test
    void shouldFoldAgainWhatTheDatabaseCouldNotTake() {
        // given
        fold.step();
        brokerHas(0, 1);
        arrives(0, one);
        register.away = true;
        assertThatThrownBy(fold::step).isInstanceOf(StageException.class);
        assertThat(register.jobs).isEmpty();

        // when
        register.away = false;
        arrivesLater(0, one);
        fold.step();
        fold.step();

        // then
        assertThat(register.jobs).containsExactly(one);
    }

    @Test
    void shouldWriteNothingOverAnotherWorkersPosition() {
        // given: another worker has folded the first record, and this one does not know
        fold.step();
        brokerHas(0, 1);
        register.next = 1L;
        arrives(0, one);

        // when
        fold.step();

        // then
        assertThat(register.jobs).isEmpty();
        assertThat(register.next).isEqualTo(1);
    }

    @Test
    void shouldKeepThePositionsOfTheTwoLanesApart() {
        // given
        TopicPartition bulk = new TopicPartition(Topic.RECEIPT_SUBMITTED_BULK.id(), 0);
        brokerHas(0, 5);
        consumer.updateBeginningOffsets(Map.of(bulk, 0L));
        consumer.updateEndOffsets(Map.of(bulk, 0L));

        // when
        consumer.rebalance(List.of(PARTITION, bulk));
        fold.step();

        // then
        assertThat(register.began).hasSize(2).doesNotHaveDuplicates();
    }

    private void brokerHas(long beginning, long end) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, beginning));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    private void arrives(long offset, JobId job) {
        byte[] fact = Json.write(Fixtures.submitted(job));
        consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, job.toString(), fact));
    }

    /** At the next poll, for which the partition may not be paused. */
    private void arrivesLater(long offset, JobId job) {
        consumer.schedulePollTask(() -> arrives(offset, job));
    }

    /** A database with a register of one partition. */
    private static final class Register implements AcceptedJobs, Transactions {

        final List<JobId> jobs = new ArrayList<>();
        final List<Integer> began = new ArrayList<>();
        Long next;
        UUID topic;
        Instant since;
        Instant until;
        boolean away;

        @Override
        public <T> T inOne(Supplier<T> work) {
            if (away) {
                throw new StageException(ErrorCode.DATABASE_UNAVAILABLE);
            }
            return work.get();
        }

        @Override
        public Map<Integer, Position> positions(List<Integer> partitions) {
            Map<Integer, Position> positions = new HashMap<>();
            if (next != null) {
                positions.put(0, new Position(0, Optional.ofNullable(topic), next));
            }
            return positions;
        }

        @Override
        public void begin(Position position, Instant knownSince) {
            began.add(position.partition());
            next = position.next();
            topic = position.topic().orElseThrow();
            since = knownSince;
            until = null;
        }

        @Override
        public void add(List<ReceiptSubmitted> added, List<Advance> advances) {
            for (Advance advance : advances) {
                if (next != advance.expected()) {
                    throw new DisplacedException(advance);
                }
                next = advance.next();
                topic = advance.topic();
            }
            jobs.addAll(added.stream().map(ReceiptSubmitted::jobId).toList());
        }

        @Override
        public void knownUntil(List<Integer> partitions, Instant time) {
            until = time;
        }
    }
}
