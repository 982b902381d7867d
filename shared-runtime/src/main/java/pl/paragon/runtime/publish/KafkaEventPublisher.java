package pl.paragon.runtime.publish;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

/**
 * Publishes events to Kafka over the one outgoing channel {@code events}; the topic follows from the kind of event.
 * What somebody waits for is given to the channel's producer at once: on its way through the channel it would change
 * threads twice.
 */
@ApplicationScoped
class KafkaEventPublisher implements EventPublisher {

    private static final Logger LOG = Logger.getLogger(KafkaEventPublisher.class);
    private static final String CHANNEL = "events";
    private static final byte[] NO_VALUE = {};
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(300);

    private final MutinyEmitter<OutgoingValue> emitter;
    private final KafkaClientService clients;
    private final PublisherConfig config;
    private final Outage outage;
    /** Topics whose partitions the producer knows, so that it takes their records without asking the broker first. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    KafkaEventPublisher(
            @Channel(CHANNEL) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
                    MutinyEmitter<OutgoingValue> emitter,
            KafkaClientService clients,
            PublisherConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.emitter = emitter;
        this.clients = clients;
        this.config = config;
        this.outage = new Outage(new BrokerAddresses(bootstrapServers, CONNECT_TIMEOUT));
    }

    @Override
    public void publish(Event event) {
        publish(Topic.of(event).id(), event.key(), new RecordHeaders(), Json.write(event));
    }

    @Override
    public void publishUnconfirmed(Event event) {
        RecordHeaders headers = new RecordHeaders();
        RecordTrace.write(headers);
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(Topic.of(event).id())
                .withKey(event.key())
                .withHeaders(headers)
                .build();
        emitter.sendMessage(Message.of(new OutgoingValue(Json.write(event))).addMetadata(metadata))
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
        RecordTrace.write(headers);
        OutgoingValue outgoing = new OutgoingValue(value);
        ProducerRecord<String, OutgoingValue> message = new ProducerRecord<>(topic, null, key, outgoing, headers);
        try {
            outage.orSend(() -> awaitConfirmation(send(message)));
            known.add(topic);
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

    private CompletableFuture<Void> send(ProducerRecord<String, OutgoingValue> message) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        if (known.contains(message.topic())) {
            send(message, confirmed);
        } else {
            Thread.startVirtualThread(() -> send(message, confirmed));
        }
        return confirmed;
    }

    private void send(ProducerRecord<String, OutgoingValue> message, CompletableFuture<Void> confirmed) {
        try {
            producer().send(message, (metadata, failure) -> {
                if (failure == null) {
                    confirmed.complete(null);
                } else {
                    confirmed.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            confirmed.completeExceptionally(e);
        }
    }

    private Producer<String, OutgoingValue> producer() {
        return clients.<String, OutgoingValue>getProducer(CHANNEL).unwrap();
    }
}
