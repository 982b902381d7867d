package pl.paragon.chaos.mischief;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;

/**
 * An instance of a service was ended on purpose.
 *
 * @param name e.g. {@code ocr-worker} for the stack's own, {@code ocr-worker-2} for a replica
 * @param at when the signal was sent
 * @param took until the process was gone
 * @param exitCode known for replicas only
 */
public record Death(Service service, String name, Signal signal, Instant at, Duration took, OptionalInt exitCode) {

    /** 128 plus SIGTERM. */
    private static final int ORDERLY = 143;

    /** Whether a process that was asked to end did so by itself. */
    public boolean inOrder() {
        return exitCode.isEmpty() || exitCode.getAsInt() == ORDERLY;
    }
}
