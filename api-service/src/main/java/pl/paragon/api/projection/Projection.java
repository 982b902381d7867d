package pl.paragon.api.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import pl.paragon.api.board.FactStore;
import pl.paragon.api.board.StatusConfig;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.BrokerUnavailableException;

/**
 * Projects the facts of the topics into the store, step by step, on one thread.
 *
 * <pre>
 *        reassigned · position not ours · store or broker unavailable
 *          ┌─────────────────────────────────────────────────────────┐
 *          ▼                                                         │
 *      not aligned ──── positions read from the store, ────▶ aligned: poll ─▶ decode ─▶ append
 *      (polls nothing)       every partition sought there
 * </pre>
 *
 * Nothing that was polled is kept: what cannot be written is dropped, and polled again after the next alignment, from
 * the store's own positions.
 */
final class Projection {

    /** Those whose facts a status is made of. */
    static final List<Topic> TOPICS = List.of(
            Topic.RECEIPT_SUBMITTED,
            Topic.RECEIPT_SUBMITTED_BULK,
            Topic.STEP_STARTED,
            Topic.RETRY_SCHEDULED,
            Topic.RECEIPT_ANALYZED,
            Topic.CANCEL_REQUESTED,
            Topic.JOB_ENDED,
            Topic.JOB_DELETED);

    private static final Logger LOG = Logger.getLogger(Projection.class);
    /** How often the lag is shown: a commit for each record would cost the broker as much as the record. */
    private static final Duration COMMIT = Duration.ofSeconds(1);
    /** In which the next facts gather: a poll for a hundred costs what one for a single fact does. */
    private static final Duration GATHERING = Duration.ofMillis(4);

    private final Consumer<String, byte[]> consumer;
    private final FactStore store;
    private final FactReader reader;
    private final StatusConfig config;
    private final Clock clock;

    /** The position in the store of each assigned partition, as far as this projection knows. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    /** Where each partition ended when it was found to lag. */
    private final Map<TopicPartition, Long> targets = new HashMap<>();

    /** What was reached since the last commit. */
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

    private Instant committed = Instant.MIN;
    private Instant verified = Instant.MIN;
    private volatile boolean joined;
    private volatile boolean aligned = true;
    private volatile int partitions;

    Projection(
            Consumer<String, byte[]> consumer, FactStore store, FactReader reader, StatusConfig config, Clock clock) {
        this.consumer = consumer;
        this.store = store;
        this.reader = reader;
        this.config = config;
        this.clock = clock;
        consumer.subscribe(TOPICS.stream().map(Topic::id).toList(), new OnRebalance());
    }

    /** Whether this projection has joined its consumer group. */
    boolean joined() {
        return joined;
    }

    /** Whether every partition is projected as far as it reached at the last alignment. */
    boolean covers(FactStore.Coverage coverage) {
        return joined
                && aligned
                && coverage.positions().size() >= partitions
                && coverage.catchingUp().isEmpty();
    }

    /**
     * Aligns, or polls once and writes what came.
     *
     * @return how long to wait before the next step
     */
    Duration step() {
        try {
            if (!aligned) {
                align();
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(config.verifyEvery());
            if (aligned) {
                project(records);
                commit();
                verify();
            }
            return records.isEmpty() ? Duration.ZERO : GATHERING;
        } catch (StatusUnavailableException | BrokerUnavailableException e) {
            displaced("The projection is waiting: " + e.getMessage());
            rest();
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            displaced("The projection is waiting for the broker: " + e.getMessage());
            rest();
        }
        return Duration.ZERO;
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
            joined = true;
        }
    }

    private void align() {
        Collection<TopicPartition> mine = consumer.assignment();
        Map<String, Long> known = store.coverage().positions();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(mine);
        Map<TopicPartition, Long> ends = consumer.endOffsets(mine);
        Map<TopicPartition, Long> before = Map.copyOf(positions);
        positions.clear();
        targets.clear();
        uncommitted.clear();
        List<FactStore.Start> starts = new ArrayList<>();
        for (TopicPartition partition : mine) {
            Long stored = known.get(name(partition));
            long position = stored == null ? beginnings.get(partition) : stored;
            positions.put(partition, position);
            if (position < ends.get(partition)) {
                targets.put(partition, ends.get(partition));
            }
            boolean lost = stored == null || stored < before.getOrDefault(partition, 0L);
            starts.add(new FactStore.Start(name(partition), position, lag(targets.containsKey(partition), lost)));
        }
        store.begin(starts);
        positions.forEach((partition, position) -> {
            consumer.seek(partition, position);
            uncommitted.put(partition, new OffsetAndMetadata(position));
        });
        consumer.resume(mine);
        partitions = TOPICS.stream()
                .mapToInt(topic -> consumer.partitionsFor(topic.id()).size())
                .sum();
        verified = clock.instant();
        aligned = true;
        long lag = targets.entrySet().stream()
                .mapToLong(target -> target.getValue() - positions.get(target.getKey()))
                .sum();
        LOG.infof("Projecting %d partitions, %d facts behind", mine.size(), lag);
    }

    private static FactStore.Lag lag(boolean behind, boolean lost) {
        if (!behind) {
            return FactStore.Lag.NONE;
        }
        return lost ? FactStore.Lag.ALL : FactStore.Lag.LATEST;
    }

    private void project(ConsumerRecords<String, byte[]> records) {
        List<FactStore.JobFact> facts = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<JobEvent> event = reader.read(record);
            event.ifPresent(e -> Fact.of(e).ifPresent(fact -> facts.add(new FactStore.JobFact(e.jobId(), fact))));
        }
        Map<TopicPartition, Long> reached = reached(records);
        if (reached.isEmpty()) {
            return;
        }
        List<FactStore.Advance> advances = reached.entrySet().stream()
                .map(to -> new FactStore.Advance(
                        name(to.getKey()),
                        positions.get(to.getKey()),
                        to.getValue(),
                        to.getValue() >= targets.getOrDefault(to.getKey(), 0L)))
                .toList();
        if (!store.append(facts, advances)) {
            displaced("The store's positions are not those that were written last: going back to them");
            return;
        }
        positions.putAll(reached);
        targets.entrySet().removeIf(target -> positions.get(target.getKey()) >= target.getValue());
        reached.forEach((partition, next) -> uncommitted.put(partition, new OffsetAndMetadata(next)));
    }

    /** Shows the lag to whoever asks the broker for it; the store's positions are those that count. */
    private void commit() {
        Instant now = clock.instant();
        if (uncommitted.isEmpty() || now.isBefore(committed.plus(COMMIT))) {
            return;
        }
        committed = now;
        consumer.commitAsync(Map.copyOf(uncommitted), (o, failure) -> {
            if (failure != null) {
                LOG.debugf("The lag shown is too high for a while: %s", failure.getMessage());
            }
        });
        uncommitted.clear();
    }

    /** How far these records reach. A partition whose old records the broker has deleted advances without records. */
    private Map<TopicPartition, Long> reached(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> reached = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            reached.put(partition, records.records(partition).getLast().offset() + 1);
        }
        targets.forEach((partition, target) -> {
            if (!reached.containsKey(partition) && consumer.position(partition) >= target) {
                reached.put(partition, consumer.position(partition));
            }
        });
        return reached;
    }

    private void verify() {
        if (!aligned || clock.instant().isBefore(verified.plus(config.verifyEvery()))) {
            return;
        }
        verified = clock.instant();
        Map<String, Long> stored = store.coverage().positions();
        boolean ours = positions.entrySet().stream()
                .allMatch(position -> position.getValue().equals(stored.get(name(position.getKey()))));
        if (!ours) {
            displaced("The store lost its memory, or part of it: projecting again from where it is");
        }
    }

    private void displaced(String why) {
        if (aligned) {
            LOG.warn(why);
        }
        aligned = false;
        consumer.pause(consumer.assignment());
    }

    /** Polls to remain a member of the group; the partitions are paused, and sought again at the next alignment. */
    private void rest() {
        consumer.poll(config.retryDelay());
    }

    static String name(TopicPartition partition) {
        return partition.topic() + "-" + partition.partition();
    }
}
