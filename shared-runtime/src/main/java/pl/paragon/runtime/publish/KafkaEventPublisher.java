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
    public void deadLetter(DeadLetter letter) {
        Map<DeadLetter.Header, String> headers = letter.headers();
        try {
            send(letter, letter.value() == null ? NO_VALUE : letter.value(), headers);
        } catch (UnpublishableException e) {
            // The headers say where to find the value, for as long as its topic keeps it.
            headers.put(DeadLetter.Header.VALUE, "omitted: too large");
            send(letter, NO_VALUE, headers);
        }
    }

    private void send(DeadLetter letter, byte[] value, Map<DeadLetter.Header, String> headers) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((header, text) -> recordHeaders.add(header.id(), text.getBytes(StandardCharsets.UTF_8)));
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(letter.topic().deadLetterId())
                .withKey(letter.key())
                .withHeaders(recordHeaders)
                .build();
        await(
                letter.topic().deadLetterId(),
                emitter.sendMessage(Message.of(value).addMetadata(metadata)));
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
