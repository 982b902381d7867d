package pl.paragon.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/** Redis 7.0 with an append-only file that is synced every second (its own default); nothing is ever evicted. */
public final class RedisServer extends BackingServer {

    private static final String BINARY = "redis-server";
    private static final ServerArchive ARCHIVE =
            new ServerArchive("redis", "/redis-server-7.0.15-linux-amd64", RedisServer::unpack);

    private RedisServer(ChildProcess process, int port) {
        super(process, port);
    }

    /** Starts it on a free port and waits until it is ready. */
    public static RedisServer start(Path directory) {
        return ready(launch(directory, FreePorts.one(), line -> {}));
    }

    /**
     * Starts it without waiting until it accepts connections.
     *
     * @param directory for its data; created if missing, continued if a server has run in it before
     * @param log receives each line that it prints
     */
    public static RedisServer launch(Path directory, int port, Consumer<String> log) {
        Platform.requireSupported();
        Path data = Directories.create(directory);
        ChildCommand command = ChildCommand.of("redis", data, arguments(data, port))
                .readyWhen(line -> line.contains("Ready to accept connections"));
        return new RedisServer(ChildProcess.start(command, log), port);
    }

    /** The value for {@code quarkus.redis.hosts}. */
    public String url() {
        return "redis://127.0.0.1:" + port();
    }

    private static List<String> arguments(Path data, int port) {
        return List.of(
                ARCHIVE.unpacked().resolve(BINARY).toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--save",
                "");
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        Path binary = directory.resolve(BINARY);
        Files.copy(archive, binary);
        Directories.makeExecutable(binary);
    }
}
