package pl.paragon.localstack.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/** A part that is a real process of a few lines of shell; ready when it prints {@code ready}. */
final class ShellPart implements Part {

    static final String RUNS_ON = "echo ready; exec sleep 600";

    // Only so that a test that cannot succeed ends: a busy machine may be slow.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final List<String> scripts;
    private final BooleanSupplier well;
    private final AtomicInteger launches = new AtomicInteger();

    /** @param scripts one for each life, the last one for all that come after */
    ShellPart(String name, BooleanSupplier well, String... scripts) {
        this.name = name;
        this.well = well;
        this.scripts = List.of(scripts);
    }

    ShellPart(String name, String... scripts) {
        this(name, () -> true, scripts);
    }

    int launches() {
        return launches.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return 1;
    }

    @Override
    public Running launch(Consumer<String> log) {
        String script = scripts.get(Math.min(launches.getAndIncrement(), scripts.size() - 1));
        ChildCommand command = ChildCommand.of(name, Path.of("").toAbsolutePath(), List.of("sh", "-c", script))
                .readyWhen(line -> line.equals("ready"));
        return new Life(ChildProcess.start(command, log), well);
    }

    private record Life(ChildProcess process, BooleanSupplier well) implements Running {

        @Override
        public void awaitReady() {
            process.awaitReady(PATIENCE);
        }

        @Override
        public boolean isWell() {
            return well.getAsBoolean();
        }

        @Override
        public void stop() {
            process.stop(PATIENCE);
        }
    }
}
