package pl.paragon.testsupport.server;

import java.nio.file.Path;
import java.util.function.Consumer;
import pl.paragon.servers.FreePorts;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.PostgresServer;
import pl.paragon.servers.RedisServer;

/** The servers that there are. */
public enum TestServers {
    KAFKA("%s:%d", new Readiness.OfKafka(), Containers::kafka, TestServers::kafka),
    REDIS("redis://%s:%d", new Readiness.OfRedis(), Containers::redis, RedisServer::launch),
    POSTGRES(
            "jdbc:postgresql://%s:%d/" + PostgresServer.DATABASE,
            new Readiness.OfPostgres(),
            Containers::postgres,
            PostgresServer::launch);

    private final String uri;
    private final Readiness readiness;
    private final ContainerServer.Launch container;
    private final EmbeddedServer.Launch process;

    TestServers(String uri, Readiness readiness, ContainerServer.Launch container, EmbeddedServer.Launch process) {
        this.uri = uri;
        this.readiness = readiness;
        this.container = container;
        this.process = process;
    }

    /**
     * Starts one, empty, and waits until it is ready.
     *
     * @param directory for its data if it is no container
     */
    public TestServer start(Path directory) {
        return switch (Where.chosen()) {
            case CONTAINERS -> ContainerServer.start(container, uri, readiness);
            case EMBEDDED -> EmbeddedServer.start(process, uri, directory);
        };
    }

    private static KafkaServer kafka(Path directory, int port, Consumer<String> log) {
        return KafkaServer.launch(directory, port, FreePorts.one(), log);
    }
}
