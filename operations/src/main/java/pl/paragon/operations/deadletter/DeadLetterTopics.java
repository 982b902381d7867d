package pl.paragon.operations.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.paragon.contracts.event.Topic;

/** The dead letter topics of a broker. For one thread at a time. */
final class DeadLetterTopics implements AutoCloseable {

    /** For each request to the broker: somebody sits before a terminal. */
    private static final int PATIENCE_MS = 10_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    /** Kafka does not answer, or not in time. */
    static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String bootstrapServers, Throwable cause) {
            super("No Kafka answers at " + bootstrapServers + " (" + cause.getMessage() + ")", cause);
        }
    }

    /** @throws IllegalArgumentException if that is no host and port */
    DeadLetterTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        try {
            this.consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS,
                            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS,
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            this.producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            PATIENCE_MS,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS / 2,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS),
                    new StringSerializer(),
                    new ByteArraySerializer());
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(bootstrapServers + " is no address of Kafka: " + cause.getMessage(), e);
        }
    }

    /**
     * All that is in the dead letter topics of these topics now.
     *
     * @throws UnavailableException if the broker does not answer
     */
    Letters read(Collection<Topic> topics) {
        return asking(() -> {
            Set<String> existing = consumer.listTopics().keySet();
            Letters letters = new Letters();
            topics.stream()
                    .filter(topic -> topic.deadLettered() && existing.contains(topic.deadLetterId()))
                    .forEach(topic -> read(new TopicPartition(topic.deadLetterId(), 0))
                            .forEach(record -> letters.add(topic, record)));
            return letters;
        });
    }

    private List<ConsumerRecord<String, byte[]>> read(TopicPartition partition) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            records.addAll(next(partition));
        }
        return records;
    }

    private List<ConsumerRecord<String, byte[]>> next(TopicPartition partition) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (int waited = 0; records.isEmpty(); waited++) {
            if (waited * POLL.toMillis() > PATIENCE_MS) {
                throw new TimeoutException("no record of " + partition + " came");
            }
            records = consumer.poll(POLL);
        }
        return records.records(partition);
    }

    /**
     * The record itself: the value that the letter holds, else the one that its topic still has.
     *
     * @throws UnavailableException if the broker does not answer
     */
    Optional<byte[]> value(Letter letter) {
        return letter.valueOmitted() ? asking(() -> original(letter.id())) : Optional.of(letter.value());
    }

    private Optional<byte[]> original(LetterId id) {
        TopicPartition partition = new TopicPartition(id.topic().id(), id.partition());
        consumer.assign(List.of(partition));
        long beginning = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (id.offset() < beginning || id.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, id.offset());
        ConsumerRecord<String, byte[]> next = next(partition).getFirst();
        return next.offset() == id.offset() ? Optional.of(next.value()) : Optional.empty();
    }

    /**
     * Sends records back to the topics that they came from, each once: by itself this replays neither what was replayed
     * before nor what somebody else replays at the same time.
     *
     * @param again also what was replayed before, or may have been
     * @throws UnavailableException if the broker does not answer; what was begun shows as begun
     */
    Map<LetterId, Replay> replay(Collection<LetterId> wanted, boolean again) {
        return asking(() -> {
            Set<Topic> topics = wanted.stream().map(LetterId::topic).collect(Collectors.toSet());
            Letters before = read(topics);
            Map<LetterId, Replay> outcomes = new LinkedHashMap<>();
            List<Ready> ready = new ArrayList<>();
            for (LetterId id : new LinkedHashSet<>(wanted)) {
                switch (prepare(before.find(id), again)) {
                    case Ready letter -> ready.add(letter);
                    case Refused(var why) -> outcomes.put(id, why);
                }
            }
            outcomes.putAll(replayClaimed(topics, ready, again ? Mark.Kind.CLAIMED_AGAIN : Mark.Kind.CLAIMED));
            return outcomes;
        });
    }

    private sealed interface Prepared {}

    private record Ready(Letter letter, byte[] value) implements Prepared {}

    private record Refused(Replay why) implements Prepared {}

    private Prepared prepare(Optional<Letter> found, boolean again) {
        if (found.isEmpty()) {
            return new Refused(new Replay.Unknown());
        }
        Letter letter = found.get();
        Optional<Replay> earlier = again ? Optional.empty() : earlier(letter.state());
        return earlier.<Prepared>map(Refused::new).orElseGet(() -> value(letter)
                .<Prepared>map(value -> new Ready(letter, value))
                .orElseGet(() -> new Refused(new Replay.Expired())));
    }

    private static Optional<Replay> earlier(Letter.State state) {
        return switch (state) {
            case Letter.State.Waiting() -> Optional.empty();
            case Letter.State.Begun(var at) -> Optional.of(new Replay.BegunBefore(at));
            case Letter.State.Replayed(var at) -> Optional.of(new Replay.DoneBefore(at));
        };
    }

    private Map<LetterId, Replay> replayClaimed(Set<Topic> topics, List<Ready> ready, Mark.Kind claim) {
        String run = UUID.randomUUID().toString();
        ready.forEach(one ->
                send(new Mark(one.letter().id(), claim, run).record(one.letter().key())));
        Letters after = read(topics);
        Map<LetterId, Replay> outcomes = new LinkedHashMap<>();
        for (Ready one : ready) {
            LetterId id = one.letter().id();
            // Otherwise somebody else claimed it between our look and our claim.
            outcomes.put(
                    id,
                    after.isClaimedBy(id, run)
                            ? resend(one, run)
                            : after.find(id)
                                    .flatMap(now -> earlier(now.state()))
                                    .orElseGet(Replay.Unknown::new));
        }
        return outcomes;
    }

    private Replay resend(Ready ready, String run) {
        Letter letter = ready.letter();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(letter.id().topic().id(), letter.key(), ready.value());
        if (!letter.valueOmitted()) { // one that was may be so large that a header is too much
            Mark.add(record.headers(), Mark.REPLAY, letter.id().toString());
        }
        RecordMetadata sent = send(record);
        send(new Mark(letter.id(), Mark.Kind.DONE, run).record(letter.key()));
        return new Replay.Done(sent.partition(), sent.offset());
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("Kafka did not take a record of " + record.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private interface Question<T> {
        T ask();
    }

    private <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (KafkaException e) {
            throw new UnavailableException(bootstrapServers, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ZERO);
    }
}
