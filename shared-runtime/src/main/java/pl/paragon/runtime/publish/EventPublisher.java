package pl.paragon.runtime.publish;

import pl.paragon.contracts.event.Event;

/** The only way in which a service publishes an event. */
public interface EventPublisher {

    /**
     * Publishes an event and returns when the broker has it.
     *
     * @throws BrokerUnavailableException if the broker did not confirm it in time; it may have it all the same, so
     *     publishing it again must be harmless
     * @throws UnpublishableException if the broker will never take this event, however often it is asked: the event's
     *     fault, not the broker's
     */
    void publish(Event event);

    /** Publishes an event that nobody waits for (progress, heartbeat); if it is lost, that is logged. */
    void publishUnconfirmed(Event event);

    /**
     * Publishes a record that cannot be processed to the dead letter topic of the topic that it came from.
     *
     * @throws BrokerUnavailableException as with {@link #publish}
     */
    void deadLetter(DeadLetter letter);
}
