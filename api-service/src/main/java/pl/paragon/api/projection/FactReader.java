package pl.paragon.api.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.publish.EventPublisher;

/** Decodes records. One that cannot be decoded goes to its topic's dead letter topic; the next is unaffected. */
final class FactReader {

    private static final Logger LOG = Logger.getLogger(FactReader.class);

    private final EventPublisher publisher;
    private final Counter deadLetters;

    FactReader(EventPublisher publisher, MeterRegistry meters) {
        this.publisher = publisher;
        this.deadLetters = Metric.PROJECTION_DEAD_LETTERS.counter(meters);
    }

    /**
     * @throws pl.paragon.runtime.publish.BrokerUnavailableException if the record cannot be decoded, nor dead-lettered
     *     now
     */
    Optional<JobEvent> read(ConsumerRecord<String, byte[]> record) {
        Topic topic = Topic.named(record.topic());
        try {
            return asJobEvent(Json.readEvent(topic, topic.type(), record.value()));
        } catch (UndecodableException e) {
            deadLetter(topic, record, e);
            return Optional.empty();
        }
    }

    private static Optional<JobEvent> asJobEvent(Event event) {
        return event instanceof JobEvent jobEvent ? Optional.of(jobEvent) : Optional.empty();
    }

    private void deadLetter(Topic topic, ConsumerRecord<String, byte[]> record, UndecodableException reason) {
        DeadLetter letter = DeadLetter.of(topic, record, String.valueOf(reason.getMessage()));
        LOG.errorf("Dead-lettered: %s", letter);
        deadLetters.increment();
        publisher.deadLetter(letter);
    }
}
