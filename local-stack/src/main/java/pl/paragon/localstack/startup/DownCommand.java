package pl.paragon.localstack.startup;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.paragon.localstack.aot.AotCache;
import pl.paragon.localstack.aot.AotCaches;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.StackState;

/** Stops the stack and leaves nothing running. Its state is kept; an unfinished job continues after the next up. */
@Command(
        name = "down",
        description = "Stop everything in good order; the state is kept and jobs continue after the next up.")
public final class DownCommand implements Callable<Integer> {

    // A service may take up to 90 s, and then a server 20 s.
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration LOOK = Duration.ofMillis(100);

    @Option(
            names = "--now",
            description = "do not create the AOT caches for faster starts, even if the last build has none yet")
    private boolean now;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Checkout checkout = Checkout.ofThisProgram();
        Stack stack = new Stack(checkout.home());
        boolean wasUp = stack.isSupervised();
        if (wasUp) {
            stop(stack);
        }
        List<PartState> leftovers = stack.leftovers();
        if (!leftovers.isEmpty()) {
            screen.line("The supervisor was killed; ending what it left running: "
                    + leftovers.stream().map(PartState::name).collect(Collectors.joining(", ")));
            Leftovers.end(leftovers);
        }
        screen.line(wasUp || !leftovers.isEmpty() ? "Paragon is down; its state is kept." : "Paragon is not running.");
        if (!now && checkout.missing().isEmpty()) {
            createCaches(AotCaches.of(checkout.directory()));
        }
        return 0;
    }

    private void stop(Stack stack) {
        Progress progress = Progress.ofStop(screen, Clock.systemUTC());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<ProcessHandle> supervisor = stack.supervisor();
        stack.askToStop();
        while (stack.isSupervised() || supervisor.filter(ProcessHandle::isAlive).isPresent()) {
            Optional<StackState> state = stack.lastState();
            state.ifPresent(progress::show);
            if (System.nanoTime() > deadline) {
                screen.line("It does not stop; killing it");
                stack.killSupervisor();
            }
            pause();
        }
        stack.lastState().ifPresent(progress::finish);
    }

    // Everything has stopped by now, so Ctrl-C does no harm.
    private void createCaches(AotCaches caches) {
        List<AotCache> trained = caches.trained();
        if (trained.isEmpty()) {
            return;
        }
        screen.line("Creating AOT caches for faster starts, once after a build (Ctrl-C skips it): "
                + trained.stream().map(AotCache::part).collect(Collectors.joining(", ")));
        new Preparation(screen).of(trained);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack was stopping", e);
        }
    }
}
