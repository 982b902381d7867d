package pl.paragon.testsupport.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A Docker Engine, or what speaks as one. */
final class ContainerEngine {

    private ContainerEngine() {}

    /** Whether there is anything to ask: Testcontainers would look everywhere, and warn at length. */
    static boolean mayBeThere() {
        return System.getenv("DOCKER_HOST") != null || sockets().anyMatch(Files::exists);
    }

    private static Stream<Path> sockets() {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.concat(
                Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock")),
                Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).stream()
                        .map(directory -> Path.of(directory, "docker.sock")));
    }
}
