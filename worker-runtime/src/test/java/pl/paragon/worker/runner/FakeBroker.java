package pl.paragon.worker.runner;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import pl.paragon.contracts.event.Event;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.publish.UnpublishableException;
import pl.paragon.runtime.trace.RecordTrace;

/** Keeps what is published; can be away for a number of calls, and refuse some events for good. */
public final class FakeBroker implements EventPublisher {

    public final List<Event> published = new CopyOnWriteArrayList<>();
    public final List<Event> unconfirmed = new CopyOnWriteArrayList<>();
    /** The headers of what is published. */
    final Map<Event, Headers> traces = new ConcurrentHashMap<>();

    final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
    volatile int failures;
    Predicate<Event> refused = event -> false;

    /** Runs before an event is kept that nobody waits for. */
    public volatile Runnable beforeUnconfirmed = () -> {};

    @Override
    public void publish(Event event) {
        if (failures-- > 0) {
            throw new BrokerUnavailableException("away", null);
        }
        if (refused.test(event)) {
            throw new UnpublishableException("too large", null);
        }
        RecordHeaders headers = new RecordHeaders();
        RecordTrace.write(headers);
        traces.put(event, headers);
        published.add(event);
    }

    @Override
    public void publishUnconfirmed(Event event) {
        beforeUnconfirmed.run();
        unconfirmed.add(event);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        if (failures-- > 0) {
            throw new BrokerUnavailableException("away", null);
        }
        deadLetters.add(letter);
    }
}
