package pl.paragon.worker.runner;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.attempt.FailurePolicy;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * What a runner hands to the broker before it lets a record be acknowledged. Without the broker there is nothing else to do either, so it waits for it; a record that the broker
 * will never take is a different matter, and passed on to the caller.
 */
final class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final String runner;
    private final EventPublisher publisher;
    private final FailurePolicy policy;
    private final Pauses pauses;
    private final WorkerCondition condition;
    private final Counter deadLetters;

    /**
     * @param runner its name, for the log
     * @param deadLetters counts the records that are dead-lettered
     */
    Deliveries(
            String runner,
            EventPublisher publisher,
            FailurePolicy policy,
            Pauses pauses,
            WorkerCondition condition,
            Counter deadLetters) {
        this.runner = runner;
        this.publisher = publisher;
        this.policy = policy;
        this.pauses = pauses;
        this.condition = condition;
        this.deadLetters = deadLetters;
    }

    /**
     * @throws WorkerStoppingException when the worker shuts down meanwhile
     * @throws pl.paragon.runtime.publish.UnpublishableException if the broker will never take this event
     */
    void publish(Event event) {
        untilTheBrokerAnswers(() -> publisher.publish(event));
    }

    /**
     * Keeps a record that cannot be processed where people can look at it, and goes on without it.
     *
     * @throws WorkerStoppingException when the worker shuts down meanwhile
     */
    void deadLetter(Topic from, ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf(
                "A record of %s (partition %d, offset %d) goes to %s: %s",
                from.id(), record.partition(), record.offset(), from.deadLetterId(), reason);
        deadLetters.increment();
        Map<String, String> headers = Map.of(
                "dead-letter-reason", reason,
                "dead-letter-topic", from.id(),
                "dead-letter-partition", String.valueOf(record.partition()),
                "dead-letter-offset", String.valueOf(record.offset()));
        untilTheBrokerAnswers(() -> publisher.deadLetter(from, record.key(), record.value(), headers));
    }

    private void untilTheBrokerAnswers(Runnable publication) {
        for (int paused = 0; ; paused++) {
            try {
                publication.run();
                return;
            } catch (BrokerUnavailableException e) {
                LOG.warnf("%s waits for the broker: %s", runner, e.getMessage());
                try (WorkerCondition.Wait wait = condition.waiting(ErrorCode.BROKER_UNAVAILABLE)) {
                    pauses.sleep(policy.pause(paused));
                }
            }
        }
    }
}
