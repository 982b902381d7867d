package pl.paragon.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/** Prometheus, whose program is the machine's own: Maven Central has none. */
public final class PrometheusServer extends BackingServer {

    private PrometheusServer(ChildProcess process, int port) {
        super(process, port);
    }

    /**
     * Starts it without waiting until it answers.
     *
     * @param program 2.31 or newer
     * @param configuration its {@code prometheus.yml}
     * @param directory for its data; created if missing, continued if a server has run in it before
     * @param log receives each line that it prints
     */
    public static PrometheusServer launch(
            Path program, Path configuration, Path directory, int port, Consumer<String> log) {
        Path data = Directories.create(directory);
        ChildCommand command = ChildCommand.of("prometheus", data, arguments(program, configuration, data, port))
                .readyWhen(line -> line.contains("Server is ready to receive web requests"));
        return new PrometheusServer(ChildProcess.start(command, log), port);
    }

    private static List<String> arguments(Path program, Path configuration, Path data, int port) {
        return List.of(
                program.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + data,
                "--web.listen-address=127.0.0.1:" + port,
                "--enable-feature=exemplar-storage");
    }
}
