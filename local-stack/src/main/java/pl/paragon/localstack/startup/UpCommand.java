package pl.paragon.localstack.startup;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.localstack.stack.PortCheck;
import pl.paragon.localstack.stack.PortOptions;
import pl.paragon.localstack.watching.Watch;
import pl.paragon.localstack.watching.WatchOptions;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.running.service.Ports;
import pl.paragon.running.service.Service;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.StackHome;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StackState.Phase;
import pl.paragon.servers.Platform;

/** Starts the stack and returns once it is ready; a supervisor in the background keeps it running. */
@Command(
        name = "up",
        description = "Start Kafka, Redis, PostgreSQL and the four services, and wait until each is ready.",
        sortOptions = false)
public final class UpCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(100);

    @Option(names = "--fresh", description = "delete all state first: uploads, results, logs")
    private boolean fresh;

    @Option(
            names = "--no-training",
            description = "no training run for the AOT caches (a minute of work at the first down after a build)")
    private boolean noTraining;

    @Mixin
    private PortOptions ports;

    @Mixin
    private WatchOptions watching;

    private final Screen screen = Screen.standard();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Platform.requireSupported();
        Checkout checkout = Checkout.ofThisProgram();
        Stack stack = new Stack(checkout.home());
        Optional<Watch> watch;
        try {
            watch = watching.watch();
        } catch (IllegalArgumentException e) {
            screen.lines(e.getMessage().lines().toList());
            return 1;
        }
        return stack.isSupervised() ? join(stack) : start(checkout, stack, ports.ports(), watch);
    }

    private int start(Checkout checkout, Stack stack, Ports wanted, Optional<Watch> watch) {
        Optional<String> obstacle = obstacle(checkout);
        if (obstacle.isPresent()) {
            screen.line(obstacle.get());
            return 1;
        }
        clearAway(stack);
        Map<String, Integer> byOption = new LinkedHashMap<>(wanted.byOption());
        watch.ifPresent(prometheus -> byOption.put(WatchOptions.PORT, prometheus.port()));
        List<String> conflicts = new PortCheck().conflicts(byOption);
        if (!conflicts.isEmpty()) {
            screen.lines(conflicts);
            return 1;
        }
        screen.line("Starting Paragon; its state is in " + stack.home().directory());
        return launch(stack, wanted, watch);
    }

    private static Optional<String> obstacle(Checkout checkout) {
        List<Service> missing = checkout.missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Not built yet: "
                        + missing.stream().map(Service::module).collect(Collectors.joining(", "))
                        + ". Build it: ./paragon build");
    }

    private void clearAway(Stack stack) {
        List<PartState> leftovers = stack.leftovers();
        if (!leftovers.isEmpty()) {
            screen.line("The last supervisor was killed; ending what it left running: "
                    + leftovers.stream().map(PartState::name).collect(Collectors.joining(", ")));
            Leftovers.end(leftovers);
        }
        if (fresh) {
            stack.home().empty();
        }
        stack.home().create();
    }

    private int launch(Stack stack, Ports wanted, Optional<Watch> watch) {
        Process supervisor = background(stack.home(), wanted, watch);
        Thread onInterrupt = new Thread(() -> giveUp(stack, supervisor), "interrupted");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        Optional<StackState> end =
                follow(stack, supervisor::isAlive, s -> s.supervisor().pid() == supervisor.pid());
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return 1;
        }
        if (end.filter(s -> s.phase() == Phase.RUNNING).isEmpty()) {
            // A retry right after the failure must not meet what is left of this start.
            supervisor.onExit().join();
        }
        return report(stack, end);
    }

    // Ctrl-C during the start leaves nothing running.
    private void giveUp(Stack stack, Process supervisor) {
        screen.keep();
        screen.line("Interrupted; stopping what was started");
        supervisor.destroy();
        supervisor.onExit().join();
        Leftovers.end(stack.leftovers());
    }

    private int join(Stack stack) {
        Optional<StackState> state = stack.state();
        if (state.filter(s -> s.phase() == Phase.STOPPING).isPresent()) {
            screen.line("Paragon is being stopped; try again once ./paragon down has finished");
            return 1;
        }
        if (state.filter(s -> s.phase() == Phase.RUNNING).isPresent()) {
            screen.line("Paragon is already running: " + state.get().ports().apiUrl());
            if (fresh) {
                screen.line("Its state was not deleted; stop it first: ./paragon down && ./paragon up --fresh");
                return 1;
            }
            if (watching.isWanted() && Watch.url(state.get()).isEmpty()) {
                screen.line("Prometheus does not run beside it: ./paragon down && ./paragon up --watch");
                return 1;
            }
            screen.line("Its state: ./paragon status");
            return 0;
        }
        screen.line("Paragon is already being started; waiting for it");
        return report(stack, follow(stack, stack::isSupervised, s -> true));
    }

    /** Shows the progress until it is ready, has failed, or its supervisor is gone. */
    private Optional<StackState> follow(Stack stack, BooleanSupplier supervised, Predicate<StackState> ours) {
        Progress progress = Progress.ofStart(screen, clock);
        while (true) {
            boolean over = !supervised.getAsBoolean();
            Optional<StackState> state = stack.lastState().filter(ours);
            if (over || state.filter(s -> s.phase() != Phase.STARTING).isPresent()) {
                state.ifPresent(progress::finish);
                return state;
            }
            state.ifPresent(progress::show);
            pause();
        }
    }

    private int report(Stack stack, Optional<StackState> end) {
        if (end.filter(s -> s.phase() == Phase.RUNNING).isEmpty()) {
            screen.line("");
            screen.line("Paragon did not start. "
                    + end.map(StackState::message).filter(m -> !m.isBlank()).orElse("Its supervisor ended."));
            screen.line("All logs are in " + stack.home().logs());
            return 1;
        }
        screen.lines(Welcome.lines(end.get()));
        Watch.url(end.get()).ifPresent(url -> screen.line("Prometheus, with the alerts: " + url));
        return 0;
    }

    private Process background(StackHome home, Ports wanted, Optional<Watch> watch) {
        try {
            // Ignores output left by a previous supervisor.
            Files.deleteIfExists(home.state());
            return new ProcessBuilder(SupervisorCommand.of(wanted, watch, !noTraining))
                    .directory(home.directory().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(home.logs().resolve("supervisor.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the supervisor cannot be started", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack was starting", e);
        }
    }
}
