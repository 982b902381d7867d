package pl.paragon.worker.runner;

import io.micrometer.core.instrument.Counter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.attempt.FailurePolicy;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * Publishes what a runner must have published before it acknowledges a record. While the broker is unavailable there is
 * nothing else to do, so it waits; an event that the broker will never take is passed on to the caller.
 */
final class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final String runner;
    private final EventPublisher publisher;
    private final FailurePolicy policy;
    private final Waits waits;
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
            Waits waits,
            WorkerCondition condition,
            Counter deadLetters) {
        this.runner = runner;
        this.publisher = publisher;
        this.policy = policy;
        this.waits = waits;
        this.condition = condition;
        this.deadLetters = deadLetters;
    }

    /**
     * @throws WorkerStoppingException if the worker shuts down meanwhile
     * @throws pl.paragon.runtime.publish.UnpublishableException if the broker will never take this event
     */
    void publish(Event event) {
        untilTheBrokerAnswers(() -> publisher.publish(event));
    }

    /**
     * Publishes a record that cannot be processed to its dead letter topic.
     *
     * @throws WorkerStoppingException if the worker shuts down meanwhile
     */
    void deadLetter(Topic from, ConsumerRecord<String, byte[]> record, String reason) {
        DeadLetter letter = DeadLetter.of(from, record, reason);
        LOG.errorf("Dead-lettered: %s", letter);
        deadLetters.increment();
        untilTheBrokerAnswers(() -> publisher.deadLetter(letter));
    }

    private void untilTheBrokerAnswers(Runnable publication) {
        for (int paused = 0; ; paused++) {
            try {
                publication.run();
                return;
            } catch (BrokerUnavailableException e) {
                LOG.warnf("%s waits for the broker: %s", runner, e.getMessage());
                try (WorkerCondition.Wait wait = condition.waiting(ErrorCode.BROKER_UNAVAILABLE)) {
                    waits.sleep(policy.pause(paused));
                }
            }
        }
    }
}
