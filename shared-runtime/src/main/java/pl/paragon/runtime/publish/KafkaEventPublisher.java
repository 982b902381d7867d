package pl.paragon.runtime.publish;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;

/** Tells facts to Kafka over the one outgoing channel {@code events}; the topic follows from the kind of fact. */
@ApplicationScoped
class KafkaEventPublisher implements EventPublisher {

    private static final Logger LOG = Logger.getLogger(KafkaEventPublisher.class);

    private final MutinyEmitter<byte[]> emitter;
    private final PublisherConfig config;

    KafkaEventPublisher(
            @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
                    MutinyEmitter<byte[]> emitter,
            PublisherConfig config) {
        this.emitter = emitter;
        this.config = config;
    }

    @Override
    public void publish(Event event) {
        await(Topic.of(event).id(), send(event));
    }

    @Override
    public void tell(Event event) {
        send(event)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "%s of %s was not told: %s", Topic.of(event).id(), event.key(), failure.getMessage()));
    }

    @Override
    public void bury(Topic topic, String key, byte[] record, Map<String, String> headers) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, value) -> recordHeaders.add(name, value.getBytes(StandardCharsets.UTF_8)));
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic.deadLetterId())
                .withKey(key)
                .withHeaders(recordHeaders)
                .build();
        await(
                topic.deadLetterId(),
                emitter.sendMessage(
                        Message.of(record == null ? new byte[0] : record).addMetadata(metadata)));
    }

    private Uni<Void> send(Event event) {
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(Topic.of(event).id())
                .withKey(event.key())
                .build();
        return emitter.sendMessage(Message.of(Json.write(event)).addMetadata(metadata));
    }

    private void await(String topic, Uni<Void> sent) {
        try {
            sent.await().atMost(config.timeout());
        } catch (RuntimeException e) {
            throw new BrokerUnavailableException(
                    "The broker did not confirm a record of " + topic + " within " + config.timeout(), e);
        }
    }
}
