package pl.paragon.persistence.accepted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.persistence.accepted.AcceptedJobs.Advance;
import pl.paragon.persistence.accepted.AcceptedJobs.Position;
import pl.paragon.persistence.database.StorableText;
import pl.paragon.persistence.database.Transactions;

/**
 * Folds {@code receipt-submitted}, of both lanes, into the register of accepted jobs, step by step, on one thread. The
 * positions are the register's own, written with the jobs: whatever fails, the next step begins where the register is.
 * While it does not know its positions, its partitions are paused.
 */
final class AcceptedJobsFold {

    private static final Logger LOG = Logger.getLogger(AcceptedJobsFold.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** How often it is noted that the register holds everything: a request to the broker and one to the database. */
    private static final Duration NOTE = Duration.ofSeconds(5);

    /** The register numbers the partitions of the bulk lane from here on: more than a topic has. */
    private static final int NEXT_LANE = 1_000;

    private final Consumer<String, byte[]> consumer;
    private final TopicIds topics;
    private final Transactions transactions;
    private final AcceptedJobs register;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    /** As of the last alignment. */
    private Map<String, UUID> ids = Map.of();

    private Instant noted = Instant.MIN;
    private boolean aligned;

    AcceptedJobsFold(
            Consumer<String, byte[]> consumer,
            TopicIds topics,
            Transactions transactions,
            AcceptedJobs register,
            Clock clock) {
        this.consumer = consumer;
        this.topics = topics;
        this.transactions = transactions;
        this.register = register;
        this.clock = clock;
        consumer.subscribe(
                Topic.holding(ReceiptSubmitted.class).stream().map(Topic::id).toList(), new OnRebalance());
    }

    private final class OnRebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            aligned = false;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            consumer.pause(assigned);
            aligned = false;
        }
    }

    /**
     * Polls once and folds what came.
     *
     * @throws pl.paragon.worker.stage.StageException if the database is away; nothing is lost, and the next step aligns
     *     itself
     */
    void step() {
        try {
            if (!aligned) {
                align();
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (aligned) {
                add(records);
                noteThatItIsComplete();
            }
        } catch (AcceptedJobs.DisplacedException e) {
            LOG.debugf("Aligning again: %s", e.getMessage());
            displaced();
        } catch (RuntimeException e) {
            displaced();
            throw e;
        }
    }

    private void displaced() {
        aligned = false;
        consumer.pause(consumer.assignment());
    }

    private void align() {
        Collection<TopicPartition> mine = consumer.assignment();
        positions.clear();
        if (!mine.isEmpty()) {
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(mine);
            ids = topics.of(mine.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
            Instant now = clock.instant();
            transactions.inOne(() -> {
                Map<Integer, Position> known = register.positions(numbers(mine));
                mine.forEach(partition ->
                        positions.put(partition, position(partition, known.get(number(partition)), beginnings, now)));
                return true;
            });
            positions.forEach(consumer::seek);
            consumer.resume(mine);
        }
        aligned = true;
    }

    /**
     * Where to go on. What the broker deleted, or lost with the topic, before the register held it is a gap: only what
     * follows is known.
     *
     * @param known or {@code null}
     */
    private long position(TopicPartition partition, Position known, Map<TopicPartition, Long> beginnings, Instant now) {
        UUID topic = ids.get(partition.topic());
        long beginning = beginnings.get(partition);
        if (known != null && known.isIn(topic) && known.next() >= beginning) {
            return known.next();
        }
        boolean everything = known == null && beginning == 0;
        register.begin(
                new Position(number(partition), Optional.of(topic), beginning), everything ? Instant.EPOCH : now);
        return beginning;
    }

    private void add(ConsumerRecords<String, byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<ReceiptSubmitted> jobs = new ArrayList<>();
        records.forEach(record -> decode(record, jobs));
        records.partitions()
                .forEach(partition -> skipWhatIsGone(
                        partition, records.records(partition).getFirst().offset()));
        Map<TopicPartition, Long> reached = records.partitions().stream()
                .collect(Collectors.toMap(
                        Function.identity(), p -> records.records(p).getLast().offset() + 1));
        List<Advance> advances = reached.entrySet().stream()
                .map(to -> new Advance(
                        number(to.getKey()), ids.get(to.getKey().topic()), positions.get(to.getKey()), to.getValue()))
                .toList();
        transactions.inOne(() -> {
            register.add(jobs, advances);
            return true;
        });
        positions.putAll(reached);
    }

    /** The broker's retention may overtake the fold between two polls; the client then goes on with what is left. */
    private void skipWhatIsGone(TopicPartition partition, long first) {
        if (first > positions.get(partition)) {
            Instant now = clock.instant();
            transactions.inOne(() -> {
                register.begin(new Position(number(partition), Optional.of(ids.get(partition.topic())), first), now);
                return true;
            });
            positions.put(partition, first);
        }
    }

    /** What cannot be decoded is dead-lettered by the OCR worker, which has to work on it. */
    private static void decode(ConsumerRecord<String, byte[]> record, List<ReceiptSubmitted> to) {
        try {
            ReceiptSubmitted job = Json.readEvent(Topic.named(record.topic()), ReceiptSubmitted.class, record.value());
            to.add(StorableText.in(job, ReceiptSubmitted.class));
        } catch (UndecodableException e) {
            LOG.warnf(
                    "A submission at %s-%d@%d cannot be decoded: %s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    private void noteThatItIsComplete() {
        Instant now = clock.instant(); // before the ends are asked for: what comes later is not known
        if (positions.isEmpty() || now.isBefore(noted.plus(NOTE))) {
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
        List<Integer> complete = positions.entrySet().stream()
                .filter(position -> position.getValue() >= ends.get(position.getKey()))
                .map(position -> number(position.getKey()))
                .toList();
        if (!complete.isEmpty()) {
            transactions.inOne(() -> {
                register.knownUntil(complete, now);
                return true;
            });
        }
        noted = now;
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(AcceptedJobsFold::number).toList();
    }

    /** A partition's number in the register. */
    private static int number(TopicPartition partition) {
        int lane = Topic.holding(ReceiptSubmitted.class).indexOf(Topic.named(partition.topic()));
        return lane * NEXT_LANE + partition.partition();
    }
}
