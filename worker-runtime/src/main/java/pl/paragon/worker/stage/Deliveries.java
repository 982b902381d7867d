package pl.paragon.worker.stage;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/** What a runner hands to the broker before it lets a record be acknowledged: without the broker there is nothing else to do either, so it waits for it. */
final class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final String runner;
    private final EventPublisher publisher;
    private final FailurePolicy policy;
    private final Pauses pauses;
    private final Counter buried;

    /**
     * @param runner its name, for the log
     * @param buried counts the records that cannot be decoded
     */
    Deliveries(String runner, EventPublisher publisher, FailurePolicy policy, Pauses pauses, Counter buried) {
        this.runner = runner;
        this.publisher = publisher;
        this.policy = policy;
        this.pauses = pauses;
        this.buried = buried;
    }

    /** @throws WorkerStoppingException when the worker stops meanwhile */
    void publish(Event event) {
        persistently(() -> publisher.publish(event));
    }

    /** @throws WorkerStoppingException when the worker stops meanwhile */
    void bury(Topic from, ConsumerRecord<String, byte[]> record, UndecodableException reason) {
        LOG.errorf(
                "A record of %s (partition %d, offset %d) cannot be decoded and goes to %s: %s",
                from.id(), record.partition(), record.offset(), from.deadLetterId(), reason.getMessage());
        buried.increment();
        Map<String, String> headers = Map.of(
                "dead-letter-reason", String.valueOf(reason.getMessage()),
                "dead-letter-topic", from.id(),
                "dead-letter-partition", String.valueOf(record.partition()),
                "dead-letter-offset", String.valueOf(record.offset()));
        persistently(() -> publisher.bury(from, record.key(), record.value(), headers));
    }

    private void persistently(Runnable publication) {
        for (int paused = 0; ; paused++) {
            try {
                publication.run();
                return;
            } catch (BrokerUnavailableException e) {
                LOG.warnf("%s waits for the broker: %s", runner, e.getMessage());
                pauses.sleep(policy.pause(paused));
            }
        }
    }
}
