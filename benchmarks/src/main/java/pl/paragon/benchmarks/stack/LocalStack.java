package pl.paragon.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import pl.paragon.contracts.json.Json;

/** A Paragon that the local stack runs on this machine: one that is found, or one that is started here and stopped at the end. */
public final class LocalStack implements AutoCloseable {

    /** The parts whose cost is Paragon's own. */
    public static final List<String> SERVICES =
            List.of("api-service", "ocr-worker", "analysis-worker", "persistence-worker");

    private static final List<String> PORTS =
            List.of("API", "OCR", "ANALYSIS", "PERSISTENCE", "KAFKA", "KAFKA_CONTROLLER", "REDIS", "POSTGRES");

    private final Path home;
    private final Map<String, String> environment;

    private LocalStack(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** The stack of {@code PARAGON_HOME}, or of this folder, if it runs. */
    public static Optional<LocalStack> running() {
        String configured = System.getenv("PARAGON_HOME");
        Path home = configured == null ? Checkout.folder().resolve(".paragon") : Path.of(configured);
        LocalStack stack = new LocalStack(home, Map.of());
        return stack.isAlive() ? Optional.of(stack) : Optional.empty();
    }

    /**
     * Starts the built artifacts on free ports.
     *
     * @param home its state, emptied first
     * @param settings environment variables of the services, e.g. {@code PARAGON_OCR_ENGINE}
     * @return ready
     */
    public static LocalStack start(Path home, Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> environment = new LinkedHashMap<>(settings);
        environment.put("PARAGON_HOME", home.toAbsolutePath().toString());
        environment.put("PARAGON_CHECKOUT", Checkout.folder().toString());
        List<Integer> free = freePorts(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put("PARAGON_" + PORTS.get(i) + "_PORT", String.valueOf(free.get(i)));
        }
        LocalStack stack = new LocalStack(home, environment);
        // Its supervisor has a session of its own: it would outlive a Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        String said = stack.command("up", "--fresh", "--no-learning");
        if (!stack.isAlive()) {
            throw new IOException("Paragon did not start:\n" + said);
        }
        return stack;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + state().at("/ports/api").asInt());
    }

    /** The process of a part, e.g. {@code ocr-worker}. */
    public ServiceProcess process(String part) {
        for (JsonNode each : state().path("parts")) {
            if (each.path("name").asText().equals(part)) {
                return new ServiceProcess(part, each.at("/process/pid").asLong(-1));
            }
        }
        throw new IllegalStateException("This Paragon has no " + part);
    }

    @Override
    public void close() {
        boolean ours = !environment.isEmpty();
        if (!ours || !isAlive()) {
            return;
        }
        try {
            command("down");
        } catch (IOException e) {
            throw new IllegalStateException("Paragon in " + home + " was not stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAlive() {
        if (!Files.exists(home.resolve("state.json"))) {
            return false;
        }
        JsonNode state = state();
        // The number of a supervisor that has ended may be another process's by now.
        boolean ended = state.path("phase").asText().equals("STOPPED");
        return !ended && isAlive(state.at("/supervisor/pid").asLong(-1));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private JsonNode state() {
        try {
            return Json.read(Files.readAllBytes(home.resolve("state.json")), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException("Paragon is not running in " + home, e);
        }
    }

    private String command(String... words) throws IOException, InterruptedException {
        Path jar = Checkout.folder().resolve("local-stack/target/local-stack.jar");
        if (!Files.exists(jar)) {
            throw new IOException("Paragon is not built. Build it: ./paragon build");
        }
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        line.addAll(List.of(words));
        Path output = Files.createTempFile("paragon", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        String said = Files.readString(output);
        Files.delete(output);
        if (exit != 0) {
            throw new IOException("./paragon " + String.join(" ", words) + " ended with " + exit + ":\n" + said);
        }
        return said;
    }

    // Below the range from which Linux takes the ports of outgoing connections, so that none of those can take one
    // before
    // its server has it.
    private static List<Integer> freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .distinct()
                .filter(LocalStack::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
