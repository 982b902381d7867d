package pl.paragon.runtime.publish;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;

/** Publishes events to Kafka over the one outgoing channel {@code events}; the topic follows from the kind of event. */
@ApplicationScoped
class KafkaEventPublisher implements EventPublisher {

    private static final Logger LOG = Logger.getLogger(KafkaEventPublisher.class);
    private static final byte[] NO_VALUE = {};

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
    public void publishUnconfirmed(Event event) {
        send(event)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "%s of %s was not published: %s",
                                Topic.of(event).id(), event.key(), failure.getMessage()));
    }

    @Override
    public void deadLetter(Topic topic, String key, byte[] record, Map<String, String> headers) {
        try {
            sendDeadLetter(topic, key, record == null ? NO_VALUE : record, headers);
        } catch (UnpublishableException e) {
            // With its headers it is larger than the broker allows. Where it stood is in the headers, and it is there
            // for as long as its topic keeps it.
            Map<String, String> without = new HashMap<>(headers);
            without.put("dead-letter-value", "omitted: too large");
            sendDeadLetter(topic, key, NO_VALUE, without);
        }
    }

    private void sendDeadLetter(Topic topic, String key, byte[] value, Map<String, String> headers) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, text) -> recordHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic.deadLetterId())
                .withKey(key)
                .withHeaders(recordHeaders)
                .build();
        await(topic.deadLetterId(), emitter.sendMessage(Message.of(value).addMetadata(metadata)));
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
            throw Refusal.of(topic, e);
        }
    }
}
