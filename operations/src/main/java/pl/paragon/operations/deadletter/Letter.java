package pl.paragon.operations.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.publish.DeadLetter;

/**
 * A record that could not be processed.
 *
 * @param key its key; {@code null} if it has none
 * @param value its value, unless that was {@linkplain #valueOmitted() left out}
 * @param headers of the dead letter, in their order
 * @param at when it was dead-lettered first
 * @param copies how many consumers dead-lettered it
 * @param state whether it was replayed
 */
record Letter(LetterId id, String key, byte[] value, Map<String, String> headers, Instant at, int copies, State state) {

    sealed interface State {

        /** Nobody has replayed it. */
        record Waiting() implements State {}

        /** A replay goes on, or broke off before it was noted whether it was done. */
        record Begun(Instant at) implements State {}

        record Replayed(Instant at) implements State {}
    }

    String reason() {
        return headers.getOrDefault(DeadLetter.Header.REASON.id(), "");
    }

    /** Whether the record was too large to be kept with its headers; its topic may still have it. */
    boolean valueOmitted() {
        return headers.containsKey(DeadLetter.Header.VALUE.id());
    }

    Optional<JobId> job() {
        return JobId.parse(key);
    }
}
