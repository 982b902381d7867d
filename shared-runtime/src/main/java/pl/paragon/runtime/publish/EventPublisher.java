package pl.paragon.runtime.publish;

import java.util.Map;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;

/** The only way in which a service tells a fact. */
public interface EventPublisher {

    /**
     * Tells a fact and returns when the broker has it.
     *
     * @throws BrokerUnavailableException where the broker did not confirm it in time; it may have it all the same, so telling it again must be harmless
     */
    void publish(Event event);

    /** Tells a fact that is worth no waiting (progress, heartbeat); if it is lost, that is logged. */
    void tell(Event event);

    /**
     * Keeps a record that cannot be decoded where people can look at it.
     *
     * @param headers where it came from and what is wrong
     * @throws BrokerUnavailableException as with {@link #publish}
     */
    void bury(Topic topic, String key, byte[] record, Map<String, String> headers);
}
