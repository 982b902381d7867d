package pl.paragon.servers;

import java.time.Duration;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** A running server. Closing it stops it in good order; its folder stays. */
public sealed interface BackingServer extends AutoCloseable permits KafkaServer, RedisServer, PostgresServer {

    /** The time that a server has for becoming ready. A second is usual; a busy machine with much to recover may need a hundred times that. */
    Duration START = Duration.ofMinutes(3);

    /** The time that a server has for stopping in good order. */
    Duration GRACE = Duration.ofSeconds(20);

    /** The process, for watching over it. */
    ChildProcess process();

    /** The port on 127.0.0.1 that clients connect to. */
    int port();

    /**
     * Waits until it is ready for clients; one that fails to become so is not left running.
     *
     * @throws ProcessFailedException with its last lines
     */
    default void awaitReady() {
        try {
            process().awaitReady(START);
        } catch (ProcessFailedException e) {
            process().kill();
            throw e;
        }
    }

    /** Asks it to stop, and ends it if it has not done so in time. */
    default void stop(Duration grace) {
        process().stop(grace);
    }

    @Override
    default void close() {
        stop(GRACE);
    }
}
