package pl.paragon.running;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import pl.paragon.running.service.Service;
import pl.paragon.running.service.ServiceInstance;
import pl.paragon.running.stack.PartLog;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.Signal;

/**
 * A further instance of a service beside the one of the stack. Nobody restarts it: once it has ended it stays down, and
 * its {@link #exitCode()} and {@link #log()} remain. It ends with this JVM at the latest.
 */
public final class Replica {

    private static final Duration LAST_LINES = Duration.ofSeconds(10);

    private final Service service;
    private final Path log;
    private final PartLog writer;
    private final ServiceInstance instance;

    Replica(Service service, Path log, PartLog writer, ServiceInstance instance) {
        this.service = service;
        this.log = log;
        this.writer = writer;
        this.instance = instance;
    }

    public Service service() {
        return service;
    }

    /** Where its health and metrics are. */
    public URI url() {
        return instance.url();
    }

    /** All that it has printed. */
    public Path log() {
        return log;
    }

    public ProcessHandle process() {
        return instance.process().handle();
    }

    public boolean isAlive() {
        return instance.process().isAlive();
    }

    /** Empty while it runs; 128 plus the number of the signal if one ended it. */
    public OptionalInt exitCode() {
        return isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(instance.process().onExit().join());
    }

    /**
     * Stops it as an orchestrator does: SIGTERM, and SIGKILL if it takes longer than 90 seconds.
     *
     * @return its exit code: 143 after an orderly end, 137 if it had to be killed, 134 or 139 if it crashed meanwhile
     */
    public int stop() {
        instance.stop();
        return ended();
    }

    /**
     * Sends the signal and waits for the end of the process.
     *
     * @return its exit code
     */
    public int kill(Signal signal) {
        signal.send(process());
        return ended();
    }

    private int ended() {
        ChildProcess process = instance.process();
        int exitCode = process.onExit().join();
        if (process.awaitEndOfOutput(LAST_LINES)) {
            writer.close();
        }
        return exitCode;
    }
}
