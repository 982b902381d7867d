package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import pl.paragon.contracts.json.Json;
import pl.paragon.servers.FreePorts;

/**
 * The built artifacts, started by the local stack as {@code ./paragon up} starts them, on free ports and in a state folder of their own: once for all tests, stopped after the last.
 * Use with {@code @ExtendWith(RunningParagon.Extension.class)} and a constructor parameter.
 */
final class RunningParagon implements AutoCloseable {

    /** Only so that a test that cannot succeed ends. Longer than the stack itself is patient with its servers and then its services. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final List<String> PORTS =
            List.of("API", "OCR", "ANALYSIS", "PERSISTENCE", "KAFKA", "KAFKA_CONTROLLER", "REDIS", "POSTGRES");

    private final Path checkout = Path.of("").toAbsolutePath().getParent();
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private RunningParagon(Path home) {
        this.home = home;
        environment.put("PARAGON_HOME", home.toString());
        environment.put("PARAGON_CHECKOUT", checkout.toString());
        // A passing fault is tried again soon: a test waits for what follows, not for a minute.
        environment.put("PARAGON_STAGE_RETRY_DELAY", "2s");
        PORTS.forEach(part -> environment.put("PARAGON_" + part + "_PORT", String.valueOf(FreePorts.one())));
    }

    /** Ready when it returns. */
    void up() {
        Command.Result result = command("up", "--no-learning");
        assertThat(result.exitCode())
                .as("./paragon up:%n%s%n%s", result.output(), logs())
                .isZero();
    }

    void down() {
        Command.Result result = command("down");
        assertThat(result.exitCode()).as("./paragon down:%n%s", result.output()).isZero();
    }

    /** Runs {@code ./paragon} with these words against this stack. */
    Command.Result command(String... words) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString()));
        line.addAll(List.of(words));
        return Command.run(line, environment, PATIENCE);
    }

    ReceiptApi api() {
        return new ReceiptApi("http://127.0.0.1:" + port("API"));
    }

    String redisUrl() {
        return "redis://127.0.0.1:" + port("REDIS");
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port("POSTGRES") + "/paragon";
    }

    int port(String part) {
        return Integer.parseInt(environment.get("PARAGON_" + part + "_PORT"));
    }

    /** The folder that the services share. */
    Path files() {
        return home.resolve("files");
    }

    /** The process of a part that is running now, e.g. {@code ocr-worker}. */
    ProcessHandle process(String part) {
        return await("a process of " + part)
                .atMost(PATIENCE)
                .until(() -> find(part), p -> p.isPresent())
                .orElseThrow();
    }

    /** All processes that the stack started, the supervisor among them. */
    List<ProcessHandle> processes() {
        List<Long> pids = new ArrayList<>(List.of(state().at("/supervisor/pid").asLong()));
        parts().forEach(part -> pids.add(part.at("/process/pid").asLong()));
        return pids.stream()
                .map(ProcessHandle::of)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    /** Ends a process as a fault of native code would, or the kernel for want of memory. */
    static void kill(ProcessHandle process, String signal) {
        Command.run(List.of("kill", "-" + signal, String.valueOf(process.pid())), Map.of(), PATIENCE);
        await("the end of process " + process.pid()).atMost(PATIENCE).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        command("down");
    }

    private java.util.Optional<ProcessHandle> find(String part) {
        return parts().filter(p -> p.path("name").asText().equals(part))
                .findFirst()
                .flatMap(p -> ProcessHandle.of(p.at("/process/pid").asLong(-1)))
                .filter(ProcessHandle::isAlive);
    }

    private java.util.stream.Stream<JsonNode> parts() {
        return StreamSupport.stream(state().path("parts").spliterator(), false);
    }

    private JsonNode state() {
        try {
            return Json.mapper().readTree(Files.readAllBytes(home.resolve("state.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() {
        Path jar = checkout.resolve("local-stack/target/local-stack.jar");
        assertThat(jar).as("the built command line").exists();
        return jar;
    }

    private String logs() {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(home.resolve("logs"))) {
            for (Path log : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(log);
                all.append("---- ").append(log.getFileName()).append('\n');
                lines.subList(Math.max(0, lines.size() - 30), lines.size())
                        .forEach(l -> all.append(l).append('\n'));
            }
        } catch (IOException e) {
            all.append("no logs: ").append(e);
        }
        return all.toString();
    }

    /** Hands the one stack of this test run to every test class that asks for it. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningParagon.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningParagon.class, type -> start(), RunningParagon.class);
        }

        private static RunningParagon start() {
            RunningParagon paragon = new RunningParagon(
                    Path.of("target", "paragon-" + System.nanoTime()).toAbsolutePath());
            paragon.up();
            return paragon;
        }
    }

    /** A process that is run to its end. */
    static final class Command {

        record Result(int exitCode, String output) {}

        private Command() {}

        static Result run(List<String> line, Map<String, String> environment, Duration patience) {
            try {
                Path output = Files.createTempFile("command", ".out");
                ProcessBuilder builder =
                        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(
                            line + " did not end within " + patience + ":\n" + Files.readString(output));
                }
                String text = Files.readString(output);
                Files.delete(output);
                return new Result(process.exitValue(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
