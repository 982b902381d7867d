package pl.paragon.persistence.webhook.send;

import java.util.Map;
import pl.paragon.runtime.webhook.Receiver;

/** Sends messages. */
public interface Courier {

    /** Posts {@code body} to the receiver and waits for its answer, for a bounded time. */
    Answer send(Receiver receiver, int attempt, Map<String, String> headers, byte[] body);
}
