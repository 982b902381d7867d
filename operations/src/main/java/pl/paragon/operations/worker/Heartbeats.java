package pl.paragon.operations.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.operations.broker.Broker;
import pl.paragon.operations.broker.BrokerClient;
import pl.paragon.operations.broker.KafkaClient;

/** The latest heartbeats of a broker. For one thread at a time. */
final class Heartbeats implements BrokerClient {

    /** As long as the gateway takes a silent worker for alive. */
    static final Duration ALIVE_FOR = Duration.ofSeconds(10);

    private static final Comparator<WorkerHeartbeat> BY_STAGE_AND_ID =
            Comparator.comparing(WorkerHeartbeat::stage).thenComparing(WorkerHeartbeat::workerId);

    private final Broker broker;
    private final Clock clock;

    /** @throws IllegalArgumentException if no client can be made of it */
    Heartbeats(KafkaClient kafka, Clock clock) {
        this.broker = new Broker(kafka);
        this.clock = clock;
    }

    /**
     * Of each live worker the latest one, by stage. A worker that has left, or has been silent for longer than
     * {@link #ALIVE_FOR}, is absent.
     *
     * @throws Broker.UnavailableException if the broker does not answer
     */
    List<WorkerHeartbeat> ofTheLiving() {
        Map<String, WorkerHeartbeat> latest = new LinkedHashMap<>();
        broker.readSince(
                        new TopicPartition(Topic.WORKER_HEARTBEAT.id(), 0),
                        clock.instant().minus(ALIVE_FOR))
                .forEach(record -> note(record, latest));
        return latest.values().stream()
                .filter(heartbeat ->
                        heartbeat.condition() != WorkerHeartbeat.Condition.LEAVING || heartbeat.activeJobs() > 0)
                .sorted(BY_STAGE_AND_ID)
                .toList();
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
        broker.close();
    }
}
