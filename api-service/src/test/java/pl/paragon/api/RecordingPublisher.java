package pl.paragon.api;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.contracts.event.Event;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.publish.EventPublisher;

/** Remembers what is published; confirms nothing while it plays an unavailable broker. */
public final class RecordingPublisher implements EventPublisher {

    public final List<Event> published = new ArrayList<>();
    public final List<DeadLetter> deadLetters = new ArrayList<>();
    public boolean away;
    /** What happens when an event is published, before it is. */
    public Runnable meanwhile = () -> {};

    @Override
    public void publish(Event event) {
        meanwhile.run();
        check();
        published.add(event);
    }

    @Override
    public void publishUnconfirmed(Event event) {
        published.add(event);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        check();
        deadLetters.add(letter);
    }

    private void check() {
        if (away) {
            throw new BrokerUnavailableException("away for this test", null);
        }
    }
}
