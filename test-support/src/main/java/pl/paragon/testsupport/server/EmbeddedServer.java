package pl.paragon.testsupport.server;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import pl.paragon.servers.BackingServer;
import pl.paragon.servers.FreePorts;

/** One of the local stack's servers. */
final class EmbeddedServer implements TestServer {

    /** Starts a process without waiting for it. */
    interface Launch {
        BackingServer launch(Path directory, int port, Consumer<String> log);
    }

    private final Launch launch;
    private final String uri;
    private final int port = FreePorts.one();
    private Path directory;
    private BackingServer server;

    private EmbeddedServer(Launch launch, String uri, Path directory) {
        this.launch = launch;
        this.uri = uri;
        this.directory = directory;
    }

    static EmbeddedServer start(Launch launch, String uri, Path directory) {
        EmbeddedServer started = new EmbeddedServer(launch, uri, directory);
        started.start();
        return started;
    }

    @Override
    public String uri() {
        return uri.formatted("127.0.0.1", port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void kill() {
        server.process().kill();
        server.process().onExit().join();
    }

    @Override
    public void stop() {
        server.close();
    }

    @Override
    public void start() {
        server = launch.launch(directory, port, line -> {});
        server.awaitReady();
    }

    @Override
    public void startEmpty() {
        directory = directory.resolveSibling("empty-" + UUID.randomUUID());
        start();
    }

    @Override
    public void close() {
        server.close();
    }
}
