package pl.paragon.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/** Remembers what it is told; as a broker that is away it confirms nothing. */
public final class RecordingPublisher implements EventPublisher {

    public final List<Event> published = new ArrayList<>();
    public final List<String> deadLetters = new ArrayList<>();
    public boolean away;

    @Override
    public void publish(Event event) {
        check();
        published.add(event);
    }

    @Override
    public void publishUnconfirmed(Event event) {
        published.add(event);
    }

    @Override
    public void deadLetter(Topic topic, String key, byte[] record, Map<String, String> headers) {
        check();
        deadLetters.add(topic.deadLetterId() + " " + key + " " + headers.get("dead-letter-offset"));
    }

    private void check() {
        if (away) {
            throw new BrokerUnavailableException("away for this test", null);
        }
    }
}
