package pl.paragon.running.service;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** One instance of a service, from its launch to its end: a process that reports its own health. */
public final class ServiceInstance {

    // Four services that start at once on a busy machine were seen to take two and a half minutes.
    private static final Duration START = Duration.ofMinutes(5);
    private static final long READINESS_POLL_MILLIS = 100;
    // Longer than a worker gives its jobs to stop, and than a JVM takes to write the recording of a training run.
    private static final Duration GRACE = Duration.ofSeconds(90);

    private final String name;
    private final ChildProcess process;
    private final URI url;
    private final Health health;

    private ServiceInstance(String name, ChildProcess process, URI url) {
        this.name = name;
        this.process = process;
        this.url = url;
        this.health = new Health(url);
    }

    /**
     * Starts it without waiting until it is ready.
     *
     * @param name for people, e.g. {@code "ocr-worker"}
     * @param port that {@code environment} tells it to listen on
     * @param directory where it runs
     * @param command the whole command line
     * @param environment its configuration
     * @param log receives each line that it prints
     */
    public static ServiceInstance launch(
            String name,
            int port,
            Path directory,
            List<String> command,
            Map<String, String> environment,
            Consumer<String> log) {
        ChildCommand child = ChildCommand.of(name, directory, command).with(environment);
        return new ServiceInstance(name, ChildProcess.start(child, log), URI.create("http://127.0.0.1:" + port));
    }

    public ChildProcess process() {
        return process;
    }

    /** Where its health and metrics are. */
    public URI url() {
        return url;
    }

    /** @throws ProcessFailedException if it ends before it is ready, or takes longer than five minutes */
    public void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!health.isReady()) {
            if (!process.isAlive()) {
                throw new ProcessFailedException(name + " ended before it was ready" + process.tail());
            }
            if (System.nanoTime() > deadline) {
                throw new ProcessFailedException(
                        name + " is not ready after " + START.toMinutes() + " minutes: " + health.notReady());
            }
            pause();
        }
    }

    /** Whether its liveness check succeeds; no answer counts as no. */
    public boolean isLive() {
        return health.isLive();
    }

    /** Asks it to end (SIGTERM) and waits; kills it if it takes longer than 90 seconds. */
    public void stop() {
        process.stop(GRACE);
    }

    private void pause() {
        try {
            Thread.sleep(READINESS_POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessFailedException("interrupted while " + name + " was starting", e);
        }
    }
}
