package pl.paragon.runtime.publish;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.runtime.trace.RecordTrace;

/** Publishes events to Kafka over the one outgoing channel {@code events}; the topic follows from the kind of event. */
@ApplicationScoped
class KafkaEventPublisher implements EventPublisher {

    private static final Logger LOG = Logger.getLogger(KafkaEventPublisher.class);
    private static final byte[] NO_VALUE = {};
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(300);

    private final MutinyEmitter<OutgoingValue> emitter;
    private final PublisherConfig config;
    private final Outage outage;

    KafkaEventPublisher(
            @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
                    MutinyEmitter<OutgoingValue> emitter,
            PublisherConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.emitter = emitter;
        this.config = config;
        this.outage = new Outage(new BrokerAddresses(bootstrapServers, CONNECT_TIMEOUT));
    }

    @Override
    public void publish(Event event) {
        publish(Topic.of(event).id(), event.key(), new RecordHeaders(), Json.write(event));
    }

    @Override
    public void publishUnconfirmed(Event event) {
        send(Topic.of(event).id(), event.key(), new RecordHeaders(), new OutgoingValue(Json.write(event)))
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
        publish(letter.topic().deadLetterId(), letter.key(), recordHeaders, value);
    }

    private void publish(String topic, String key, RecordHeaders headers, byte[] value) {
        OutgoingValue outgoing = new OutgoingValue(value);
        try {
            outage.orSend(
                    () -> awaitConfirmation(send(topic, key, headers, outgoing).subscribeAsCompletionStage()));
        } catch (ExecutionException e) {
            throw Refusal.of(topic, e.getCause());
        } catch (TimeoutException e) {
            throw Refusal.of(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(topic, e);
        } finally {
            outgoing.abandon();
        }
    }

    private void awaitConfirmation(CompletableFuture<Void> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration first = config.checkAddressAfter();
        if (first.compareTo(config.timeout()) < 0) {
            try {
                sent.get(first.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                outage.throwIfDeserted();
            }
        }
        sent.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Uni<Void> send(String topic, String key, RecordHeaders headers, OutgoingValue value) {
        RecordTrace.write(headers);
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey(key)
                .withHeaders(headers)
                .build();
        return emitter.sendMessage(Message.of(value).addMetadata(metadata));
    }
}
