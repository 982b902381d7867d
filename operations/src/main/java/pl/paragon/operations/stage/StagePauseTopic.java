package pl.paragon.operations.stage;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.operations.broker.Broker;
import pl.paragon.operations.broker.BrokerClient;
import pl.paragon.operations.broker.KafkaClient;

/**
 * What was decided of stages. Every method throws {@link Broker.UnavailableException} if the broker does not answer.
 * For one thread at a time.
 */
final class StagePauseTopic implements BrokerClient {

    private final Broker broker;

    /** @throws IllegalArgumentException if no client can be made of it */
    StagePauseTopic(KafkaClient kafka) {
        this.broker = new Broker(kafka);
    }

    /** What was last decided of each stage; stages of which nothing was are absent. */
    Map<Stage, StagePaused> latest() {
        Map<Stage, StagePaused> latest = new EnumMap<>(Stage.class);
        broker.read(new TopicPartition(Topic.STAGE_PAUSED.id(), 0)).forEach(record -> note(record, latest));
        return latest;
    }

    /** Returns once the broker has it. */
    void publish(StagePaused decision) {
        broker.send(new ProducerRecord<>(Topic.STAGE_PAUSED.id(), decision.key(), Json.write(decision)));
    }

    private static void note(ConsumerRecord<String, byte[]> record, Map<Stage, StagePaused> latest) {
        try {
            StagePaused decision = Json.readEvent(Topic.STAGE_PAUSED, StagePaused.class, record.value());
            latest.put(decision.stage(), decision);
        } catch (UndecodableException e) {
            // The services pass over it as well.
            return;
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
