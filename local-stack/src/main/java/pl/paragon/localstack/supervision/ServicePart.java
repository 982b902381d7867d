package pl.paragon.localstack.supervision;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pl.paragon.localstack.stack.Health;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** One of the four services as a part of the stack: ready and well by its own word. */
final class ServicePart implements Part {

    // Four services start at once; with other work on the machine that was seen to take two and a half minutes.
    private static final Duration START = Duration.ofMinutes(5);
    private static final long READINESS_POLL_MILLIS = 100;
    // Above what a worker gives its jobs for stopping, and what the recording of a first run takes to be written.
    private static final Duration GRACE = Duration.ofSeconds(90);

    private final String name;
    private final int port;
    private final Path directory;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;

    ServicePart(
            String name, int port, Path directory, Supplier<List<String>> command, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.directory = directory;
        this.command = command;
        this.environment = environment;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Running launch(Consumer<String> log) {
        ChildCommand child = ChildCommand.of(name, directory, command.get()).with(environment);
        return new Launched(ChildProcess.start(child, log), name, new Health(URI.create("http://127.0.0.1:" + port)));
    }

    private record Launched(ChildProcess process, String name, Health health) implements Running {

        @Override
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

        @Override
        public boolean isWell() {
            return health.isLive();
        }

        @Override
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
}
