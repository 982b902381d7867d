package pl.paragon.persistence.webhook.send;

import java.time.Duration;
import java.util.Optional;
import pl.paragon.contracts.webhook.AttemptFault;

/** What came of sending a message. */
public sealed interface Answer {

    /** @param retryAfter what the receiver asks for, if it does */
    record Answered(int status, Optional<Duration> retryAfter) implements Answer {}

    record Unanswered(AttemptFault fault) implements Answer {}
}
