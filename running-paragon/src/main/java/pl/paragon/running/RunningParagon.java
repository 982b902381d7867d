package pl.paragon.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.running.service.Ports;
import pl.paragon.running.service.Service;
import pl.paragon.running.service.ServiceInstance;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.PartLog;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackHome;
import pl.paragon.running.stack.StackLock;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StateFile;
import pl.paragon.servers.FreePorts;
import pl.paragon.servers.process.ProcessFailedException;

/**
 * The built artifacts, started by the local stack as {@code ./paragon up} starts them:
 *
 * {@snippet :
 * try (RunningParagon paragon = RunningParagon.in(folder, Map.of("PARAGON_STAGE_CONCURRENCY", "1"))) {
 *     paragon.up();                                           // kafka, redis, postgres, one of each service; all ready
 *     Replica second = paragon.start(Service.OCR);            // another ocr-worker of the same group; ready
 *     Replica third = paragon.start(Service.OCR, Map.of("PARAGON_STAGE_RETRIES", "0"));
 *     String job = paragon.client().submit(receipt);
 *     int exitCode = second.stop();                           // SIGTERM; 143 after an orderly end
 *     third.kill(Signal.KILL);
 *     paragon.process("ocr-worker");                          // the stack's own, which its supervisor restarts
 * }
 * }
 */
public final class RunningParagon implements AutoCloseable {

    // Only so that what cannot succeed ends: longer than the stack waits for its servers and then its services.
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int LINES_OF_A_LOG = 30;

    private final Checkout checkout;
    private final StackHome home;
    private final Map<String, String> environment;
    private final boolean ours;
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final Map<Service, Integer> numbers = new ConcurrentHashMap<>();

    private RunningParagon(Checkout checkout, StackHome home, Map<String, String> environment, boolean ours) {
        this.checkout = checkout;
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.ours = ours;
    }

    /** The stack of this checkout (or of {@code PARAGON_HOME}), if it runs; closing leaves it running. */
    public static Optional<RunningParagon> ofThisCheckout() {
        Checkout checkout = Checkout.ofThisProgram();
        RunningParagon paragon = new RunningParagon(checkout, checkout.home(), Map.of(), false);
        return paragon.isRunning() ? Optional.of(paragon) : Optional.empty();
    }

    /**
     * A stack on free ports that is not up yet; closing takes it down.
     *
     * @param home the folder for its state; what is in it is kept
     * @param settings environment variables of all its services, e.g. {@code PARAGON_OCR_ENGINE}
     */
    public static RunningParagon in(Path home, Map<String, String> settings) {
        return of(Checkout.ofThisProgram(), home, settings);
    }

    /** The same of what is built in a given checkout. */
    public static RunningParagon of(Checkout checkout, Path home, Map<String, String> settings) {
        StackHome folder = new StackHome(home);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PARAGON_HOME", folder.directory().toString());
        environment.put("PARAGON_CHECKOUT", checkout.directory().toString());
        Ports.free()
                .byOption()
                .forEach((option, port) -> environment.put(Ports.variable(option), Integer.toString(port)));
        RunningParagon paragon = new RunningParagon(checkout, folder, environment, true);
        // The supervisor has a session of its own: it would outlive a Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(paragon::close, "paragon down"));
        return paragon;
    }

    /**
     * Starts it, and returns when all its parts are ready.
     *
     * @param options of {@code ./paragon up}
     * @throws ProcessFailedException with the last lines of every log
     */
    public RunningParagon up(String... options) {
        List<String> words = new ArrayList<>(List.of("up", "--no-training"));
        words.addAll(List.of(options));
        succeed(words);
        return this;
    }

    /** Stops its parts and keeps its state. Replicas go on; they are the caller's. */
    public void down() {
        succeed(List.of("down"));
    }

    /** Runs {@code ./paragon} with these words against this stack. */
    public CommandResult command(String... words) {
        if (!Files.exists(checkout.program())) {
            throw new IllegalStateException("Paragon is not built. Build it: ./paragon build");
        }
        List<String> line =
                new ArrayList<>(List.of(java(), "-jar", checkout.program().toString()));
        line.addAll(List.of(words));
        return run(line);
    }

    /** Starts a further instance of a service beside the stack's own; ready when it returns. */
    public Replica start(Service service) {
        return start(service, Map.of());
    }

    /**
     * Starts a further instance of a service beside the stack's own.
     *
     * @param settings environment variables for this one, above those of the stack
     * @return ready; its log is in the stack's folder of logs, e.g. {@code ocr-worker-2.0.log}
     */
    public Replica start(Service service, Map<String, String> settings) {
        int port = FreePorts.one();
        Map<String, String> all = new HashMap<>(service.environment(port, ports(), files()));
        all.putAll(environment);
        all.putAll(settings);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(service.jvmOptions());
        command.addAll(service.main(checkout.directory()));
        String name = service.module() + "-" + numbers.merge(service, 2, (last, first) -> last + 1);
        PartLog log = new PartLog(home, name);
        ServiceInstance instance =
                ServiceInstance.launch(name, port, home.directory(), service.scheduled(command), all, log);
        Replica replica = new Replica(service, home.log(name), log, instance);
        replicas.add(replica);
        instance.awaitReady();
        return replica;
    }

    public ReceiptClient client() {
        return new ReceiptClient(url(), Optional.empty());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + ports().api());
    }

    public Ports ports() {
        return state().ports();
    }

    /** The folder that all services share. */
    public Path files() {
        return home.files();
    }

    /** What its supervisor wrote down last. */
    public StackState state() {
        return new StateFile(home)
                .read()
                .orElseThrow(() -> new IllegalStateException("Paragon is not running in " + home.directory()));
    }

    /** The process of a part of the stack, e.g. {@code ocr-worker}; empty while it is being restarted. */
    public Optional<ProcessHandle> process(String part) {
        return state().parts().stream()
                .filter(p -> p.name().equals(part))
                .flatMap(p -> p.process().flatMap(ProcessRecord::find).stream())
                .findFirst();
    }

    /** All processes that the stack started, its supervisor among them; no replicas. */
    public List<ProcessHandle> processes() {
        StackState state = state();
        return Stream.concat(
                        Stream.of(state.supervisor()),
                        state.parts().stream().map(PartState::process).flatMap(Optional::stream))
                .flatMap(process -> process.find().stream())
                .toList();
    }

    /** Stops the replicas, and the stack if this object started it. */
    @Override
    public void close() {
        replicas.stream().filter(Replica::isAlive).forEach(Replica::stop);
        if (ours && isRunning()) {
            down();
        }
    }

    private boolean isRunning() {
        return StackLock.isTaken(home);
    }

    private void succeed(List<String> words) {
        CommandResult result = command(words.toArray(String[]::new));
        if (result.exitCode() != 0) {
            throw new ProcessFailedException("./paragon %s ended with %d:%n%s%n%s"
                    .formatted(String.join(" ", words), result.exitCode(), result.output(), logs()));
        }
    }

    private CommandResult run(List<String> line) {
        try {
            Path output = Files.createTempFile("paragon", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = Files.readString(output);
            Files.delete(output);
            if (!ended) {
                throw new ProcessFailedException(line + " did not end within " + PATIENCE + ":\n" + text);
            }
            return new CommandResult(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + line, e);
        }
    }

    private String logs() {
        StringBuilder all = new StringBuilder();
        Path[] logs = Optional.ofNullable(home.logs().toFile().listFiles()).stream()
                .flatMap(Arrays::stream)
                .map(file -> file.toPath())
                .sorted()
                .toArray(Path[]::new);
        for (Path log : logs) {
            all.append("---- ").append(log.getFileName()).append('\n');
            lastLines(log).forEach(line -> all.append(line).append('\n'));
        }
        return all.toString();
    }

    private static List<String> lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LINES_OF_A_LOG), lines.size());
        } catch (IOException e) {
            return List.of("unreadable: " + e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
