package pl.paragon.localstack.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pl.paragon.running.service.Ports;
import pl.paragon.running.service.Service;
import pl.paragon.running.stack.StackState;
import pl.paragon.servers.PrometheusServer;

/**
 * Prometheus beside a stack: it asks every service, and knows the alerts.
 *
 * @param program Prometheus's
 * @param port that it listens on
 */
public record Watch(Path program, int port) {

    /** The name of the part. */
    public static final String PART = "prometheus";

    /**
     * Starts it without waiting until it answers.
     *
     * @param checkout where the alerts are
     * @param ports of the stack that it watches
     * @param data its folder, which the configuration is written to as well
     * @param log receives each line that it prints
     */
    public PrometheusServer launch(Path checkout, Ports ports, Path data, Consumer<String> log) {
        Path configuration = data.resolve("prometheus.yml");
        try {
            Files.createDirectories(data);
            Files.writeString(configuration, configuration(checkout, ports));
        } catch (IOException e) {
            throw new UncheckedIOException("Prometheus's configuration cannot be written to " + configuration, e);
        }
        return PrometheusServer.launch(program, configuration, data, port, log);
    }

    /** How the supervisor is told of it. */
    public List<String> options() {
        return List.of("--prometheus", program.toString(), "--" + WatchOptions.PORT, Integer.toString(port));
    }

    /** Where people find it; empty if it does not run beside the stack. */
    public static Optional<String> url(StackState state) {
        return state.parts().stream()
                .filter(part -> part.name().equals(PART))
                .map(part -> "http://localhost:" + part.port())
                .findFirst();
    }

    static String configuration(Path checkout, Ports ports) {
        String targets = Arrays.stream(Service.values())
                .map(service -> "\"127.0.0.1:" + service.port(ports) + "\"")
                .collect(Collectors.joining(", "));
        return """
                # Written at each start of the stack.
                global:
                  scrape_interval: 5s
                  evaluation_interval: 5s
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: paragon
                    metrics_path: /q/metrics
                    static_configs:
                      - targets: [%s]
                """.formatted(
                        checkout.resolve("monitoring").resolve("prometheus").resolve("rules.yaml"), targets);
    }
}
