package pl.paragon.servers;

import java.time.Duration;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** A running server. Closing it shuts it down in good order; its folder stays. */
public abstract sealed class BackingServer implements AutoCloseable
        permits KafkaServer, RedisServer, PostgresServer, PrometheusServer {

    /** A second is usual; a busy machine with much to recover may need a hundred times that. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final ChildProcess process;
    private final int port;

    BackingServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The process, for watching over it. */
    public final ChildProcess process() {
        return process;
    }

    /** The port on 127.0.0.1 that clients connect to. */
    public final int port() {
        return port;
    }

    /**
     * Waits until it is ready for clients; kills it if it does not become ready.
     *
     * @throws ProcessFailedException with its last lines
     */
    public final void awaitReady() {
        try {
            process.awaitReady(START);
        } catch (ProcessFailedException e) {
            process.kill();
            throw e;
        }
    }

    /** Asks it to shut down, and kills it if it has not ended in time. */
    public final void stop(Duration grace) {
        process.stop(grace);
    }

    @Override
    public final void close() {
        stop(GRACE);
    }

    static <S extends BackingServer> S ready(S server) {
        server.awaitReady();
        return server;
    }
}
