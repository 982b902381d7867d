package pl.paragon.localstack.supervision;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.localstack.aot.AotCaches;
import pl.paragon.localstack.stack.PortOptions;
import pl.paragon.localstack.watching.Watch;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.PartLog;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackHome;
import pl.paragon.running.stack.StackLock;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StateFile;

/** The supervisor, from its start to its end; {@code up} starts it in the background. */
@Command(name = "supervise", hidden = true, description = "Runs the stack in the background; started by up.")
public final class SuperviseCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    @Mixin
    private PortOptions ports;

    @Option(names = "--prometheus")
    private Path prometheus;

    @Option(names = "--prometheus-port")
    private int prometheusPort;

    @Option(names = "--training", arity = "1")
    private boolean training;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Checkout checkout = Checkout.ofThisProgram();
        StackHome home = checkout.home().create();
        return takeLock(home) ? supervise(checkout, home) : 1;
    }

    // StackLock.isTaken() holds the lock for a moment, so one refusal does not mean that a supervisor runs.
    private static boolean takeLock(StackHome home) {
        for (int attempt = 0; attempt < 20; attempt++) {
            if (StackLock.take(home).isPresent()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    private int supervise(Checkout checkout, StackHome home) {
        Consumer<String> diary = timed(new PartLog(home, "supervisor"));
        AotCaches caches = AotCaches.of(checkout.directory());
        Optional<Watch> watch = Optional.ofNullable(prometheus).map(program -> new Watch(program, prometheusPort));
        Parts parts = Parts.of(home, ports.ports(), checkout.directory(), caches, training, watch);
        Board board = new Board(
                clock, ports.ports(), ProcessRecord.ofThisJvm(), parts.all(), state -> write(home, state, diary));
        Supervisor supervisor = new Supervisor(
                board,
                parts,
                diary,
                part -> new Guardian(part, board, new PartLog(home, part.name()), diary, Guardian.Care.USUAL));
        CacheCreation inBackground = new CacheCreation(caches, diary);
        Thread stopping = new Thread(
                () -> {
                    inBackground.stop();
                    supervisor.stop();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        if (!supervisor.start()) {
            return failed(stopping);
        }
        if (training) {
            inBackground.start();
        }
        // Returning ends this process, and its shutdown hook stops everything.
        supervisor.watch(() -> Files.exists(home.lock()));
        return 0;
    }

    // A state that cannot be written (a full disk) is no reason to stop what runs.
    private static void write(StackHome home, StackState state, Consumer<String> diary) {
        try {
            new StateFile(home).write(state);
        } catch (UncheckedIOException e) {
            diary.accept(e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    private static int failed(Thread stopping) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException e) {
            // The start was interrupted by a stop, whose hook is already running.
            return 0;
        }
        return 1;
    }

    private Consumer<String> timed(Consumer<String> log) {
        return line -> log.accept(clock.instant().atZone(ZoneId.systemDefault()).format(TIME) + " " + line);
    }
}
