package pl.paragon.running.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.running.service.Ports;

/**
 * The state of a whole stack, as its supervisor records it.
 *
 * @param phase where it is between start and end
 * @param message about the phase, for people, e.g. why it failed; may be empty
 * @param supervisor the process that runs it
 * @param ports all of them
 * @param started when the supervisor began
 * @param ready when every part was ready for the first time
 * @param parts servers first, in the order of their start
 */
public record StackState(
        Phase phase,
        String message,
        ProcessRecord supervisor,
        Ports ports,
        Instant started,
        Optional<Instant> ready,
        List<PartState> parts) {

    public enum Phase {
        STARTING,
        RUNNING,
        STOPPING,
        STOPPED,
        FAILED
    }

    public StackState {
        parts = List.copyOf(parts);
    }
}
