package pl.paragon.worker.stage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/** Keeps what it is told; can be away for a number of calls. */
final class FakeBroker implements EventPublisher {

    final List<Event> published = new CopyOnWriteArrayList<>();
    final List<Event> told = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> buried = new CopyOnWriteArrayList<>();
    int failures;

    @Override
    public void publish(Event event) {
        if (failures-- > 0) {
            throw new BrokerUnavailableException("away", null);
        }
        published.add(event);
    }

    @Override
    public void tell(Event event) {
        told.add(event);
    }

    @Override
    public void bury(Topic topic, String key, byte[] record, Map<String, String> headers) {
        buried.add(headers);
    }
}
