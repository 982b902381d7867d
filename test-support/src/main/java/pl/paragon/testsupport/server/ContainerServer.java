package pl.paragon.testsupport.server;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rnorth.ducttape.unreliables.Unreliables;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import pl.paragon.servers.FreePorts;

/** A container of one of the compose file's images. */
final class ContainerServer implements TestServer {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** Makes a container that listens, and says that it does, at one port. */
    interface Launch {
        /** @param host where clients find it, at the same port */
        Definition define(String host, int port);
    }

    /** @param inner the port that it listens at within the container */
    record Definition(GenericContainer<?> container, int inner) {}

    private final Launch launch;
    private final String uri;
    private final Readiness readiness;
    private final String host = DockerClientFactory.instance().dockerHostIpAddress();
    private final int port = FreePorts.one();
    private final DockerClient engine = DockerClientFactory.lazyClient();
    private GenericContainer<?> container;

    private ContainerServer(Launch launch, String uri, Readiness readiness) {
        this.launch = launch;
        this.uri = uri;
        this.readiness = readiness;
    }

    static ContainerServer start(Launch launch, String uri, Readiness readiness) {
        ContainerServer started = new ContainerServer(launch, uri, readiness);
        started.startEmpty();
        return started;
    }

    @Override
    public String uri() {
        return uri.formatted(host, port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void kill() {
        engine.killContainerCmd(container.getContainerId()).exec();
        engine.waitContainerCmd(container.getContainerId()).start().awaitStatusCode();
    }

    @Override
    public void stop() {
        engine.stopContainerCmd(container.getContainerId())
                .withTimeout((int) GRACE.toSeconds())
                .exec();
    }

    @Override
    public void start() {
        engine.startContainerCmd(container.getContainerId()).exec();
        awaitReady();
    }

    @Override
    public void startEmpty() {
        close();
        Definition definition = launch.define(host, port);
        container = definition.container();
        container.setPortBindings(List.of(port + ":" + definition.inner()));
        container.start();
        awaitReady();
    }

    private void awaitReady() {
        Unreliables.retryUntilTrue(
                (int) START.toSeconds(), TimeUnit.SECONDS, () -> readiness.answers(uri()) || ended());
        if (ended()) {
            throw new IllegalStateException(
                    "The container of %s ended: %s".formatted(container.getDockerImageName(), container.getLogs()));
        }
    }

    private boolean ended() {
        return !container.isRunning();
    }

    @Override
    public void close() {
        if (container != null) {
            container.close();
        }
    }
}
