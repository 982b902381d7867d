package pl.paragon.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pl.paragon.manifests.Checkout;

/**
 * The containers of {@code docker-compose.yml} under a name and a port of their own, with the images of what this
 * checkout has built; closing it removes them with their volumes, and leaves their logs in {@code target}.
 */
final class ComposeProject implements AutoCloseable {

    private final int port = freePort();
    private final Map<String, String> environment;

    /** @param settings environment of {@code docker compose}, beside those that all projects of tests have */
    ComposeProject(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("COMPOSE_PROJECT_NAME", "paragon-test-" + port);
        all.put("PARAGON_PORT", String.valueOf(port));
        all.put("PARAGON_VERSION", "test");
        all.put("PARAGON_ARTIFACT", "built");
        all.put("POSTGRES_PASSWORD", "of-a-test");
        this.environment = Map.copyOf(all);
    }

    /** A command failed; the message has its output. */
    static final class FailedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        FailedException(List<String> command, String output) {
            super("%s:%n%s".formatted(String.join(" ", command), output));
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What {@code docker compose} with these arguments prints. */
    String compose(String... arguments) {
        return run(Stream.concat(Stream.of("docker", "compose"), Stream.of(arguments))
                .toList());
    }

    /** The ids of a service's containers, in the order of their numbers. */
    List<String> containers(String service) {
        return run(List.of(
                        "docker",
                        "ps",
                        "--filter",
                        "label=com.docker.compose.project=" + environment.get("COMPOSE_PROJECT_NAME"),
                        "--filter",
                        "label=com.docker.compose.service=" + service,
                        "--format",
                        "{{.Label \"com.docker.compose.container-number\"}} {{.ID}}"))
                .lines()
                .sorted()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    /** Ends a container as a crash would: with SIGKILL. */
    void kill(String container) {
        run(List.of("docker", "kill", container));
    }

    /** The rows of a query to the database, columns separated by {@code |}. */
    List<String> query(String sql) {
        return compose("exec", "-T", "postgres", "psql", "-U", "paragon", "-d", "paragon", "-qAtc", sql)
                .lines()
                .toList();
    }

    private String run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Checkout.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new FailedException(command, output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted: " + command, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.writeString(
                    Path.of("target", environment.get("COMPOSE_PROJECT_NAME") + ".log"),
                    compose("logs", "--no-color", "--timestamps"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            compose("down", "--volumes", "--remove-orphans");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
