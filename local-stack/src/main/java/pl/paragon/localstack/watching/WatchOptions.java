package pl.paragon.localstack.watching;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Whether Prometheus runs beside the stack, and where. */
public final class WatchOptions {

    /** The option for its port, without the dashes. */
    public static final String PORT = "prometheus-port";

    private static final String PROGRAM = "PARAGON_PROMETHEUS";

    @Option(
            names = "--watch",
            description =
                    "start Prometheus as well, with the alerts: the machine's own, of the PATH or PARAGON_PROMETHEUS")
    private boolean watch;

    @Option(
            names = "--prometheus-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_PROMETHEUS_PORT:-9090}",
            description = "Prometheus, with --watch (PARAGON_PROMETHEUS_PORT, else 9090)")
    private int port;

    public boolean isWanted() {
        return watch;
    }

    /**
     * What is wanted; empty if nothing is.
     *
     * @throws IllegalArgumentException if the machine has no Prometheus; it says how to get it
     */
    public Optional<Watch> watch() {
        return watch ? Optional.of(new Watch(program(System.getenv()), port)) : Optional.empty();
    }

    static Path program(Map<String, String> environment) {
        String named = environment.get(PROGRAM);
        if (named != null) {
            Path program = Path.of(named).toAbsolutePath();
            if (!Files.isExecutable(program) || Files.isDirectory(program)) {
                throw new IllegalArgumentException(PROGRAM + " is no program: " + program);
            }
            return program;
        }
        return onPath(environment.getOrDefault("PATH", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("""
                There is no prometheus on the PATH. To get it:
                  Debian, Ubuntu: sudo apt install prometheus && sudo systemctl disable --now prometheus
                  elsewhere:      https://prometheus.io/download, then PARAGON_PROMETHEUS=/where/it/is/prometheus
                In containers it comes along: docker compose --profile monitoring up"""));
    }

    private static Stream<Path> onPath(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve("prometheus"))
                .filter(program -> Files.isExecutable(program) && !Files.isDirectory(program));
    }
}
