package pl.paragon.operations.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** The latest heartbeats of a broker. For one thread at a time. */
final class Heartbeats implements AutoCloseable {

    /** As long as the gateway takes a silent worker for alive. */
    static final Duration ALIVE_FOR = Duration.ofSeconds(10);

    /** For each request to the broker: somebody sits before a terminal. */
    private static final int PATIENCE_MS = 10_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private static final Comparator<WorkerHeartbeat> BY_STAGE_AND_ID =
            Comparator.comparing(WorkerHeartbeat::stage).thenComparing(WorkerHeartbeat::workerId);

    private final String bootstrapServers;
    private final Clock clock;
    private final KafkaConsumer<String, byte[]> consumer;

    /** Kafka does not answer, or not in time. */
    static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String bootstrapServers, Throwable cause) {
            super("No Kafka answers at " + bootstrapServers + " (" + cause.getMessage() + ")", cause);
        }
    }

    /** @throws IllegalArgumentException if that is no host and port */
    Heartbeats(String bootstrapServers, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
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
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(bootstrapServers + " is no address of Kafka: " + cause.getMessage(), e);
        }
    }

    /**
     * Of each live worker the latest one, by stage. A worker that has left, or has been silent for longer than
     * {@link #ALIVE_FOR}, is absent.
     *
     * @throws UnavailableException if the broker does not answer
     */
    List<WorkerHeartbeat> ofTheLiving() {
        try {
            Map<String, WorkerHeartbeat> latest = new LinkedHashMap<>();
            if (consumer.listTopics().containsKey(Topic.WORKER_HEARTBEAT.id())) {
                read(new TopicPartition(Topic.WORKER_HEARTBEAT.id(), 0), latest);
            }
            return latest.values().stream()
                    .filter(heartbeat ->
                            heartbeat.condition() != WorkerHeartbeat.Condition.LEAVING || heartbeat.activeJobs() > 0)
                    .sorted(BY_STAGE_AND_ID)
                    .toList();
        } catch (KafkaException e) {
            throw new UnavailableException(bootstrapServers, e);
        }
    }

    private void read(TopicPartition partition, Map<String, WorkerHeartbeat> latest) {
        Instant since = clock.instant().minus(ALIVE_FOR);
        OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                .get(partition);
        if (first == null) {
            return; // nobody has been heard since
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, first.offset());
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        Instant patience = clock.instant().plusMillis(PATIENCE_MS);
        while (consumer.position(partition) < end && clock.instant().isBefore(patience)) {
            consumer.poll(POLL).records(partition).forEach(record -> note(record, latest));
        }
    }

    private static void note(ConsumerRecord<String, byte[]> record, Map<String, WorkerHeartbeat> latest) {
        try {
            WorkerHeartbeat heartbeat = Json.readEvent(Topic.WORKER_HEARTBEAT, WorkerHeartbeat.class, record.value());
            latest.put(heartbeat.workerId() + "/" + heartbeat.stage().id(), heartbeat);
        } catch (UndecodableException e) {
            // Of a version that is newer than this command, or not a worker's: it says nothing about the others.
            return;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
