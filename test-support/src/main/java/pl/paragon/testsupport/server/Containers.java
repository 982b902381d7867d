package pl.paragon.testsupport.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import pl.paragon.servers.PostgresServer;

/** Containers as the compose file has them, but for their addresses. */
final class Containers {

    private static final String KAFKA_PROPERTIES = "/mnt/shared/config/server.properties";
    private static final int REDIS_PORT = 6379;
    private static final int POSTGRES_PORT = 5432;

    private Containers() {}

    /** It tells its clients where it is, so it listens at the same port within and without. */
    static ContainerServer.Definition kafka(String host, int port) {
        GenericContainer<?> kafka = of("kafka");
        kafka.withEnv(Map.of("KAFKA_HEAP_OPTS", "-Xmx384m", "LOG_DIR", "/tmp/kafka-logs"));
        kafka.withCopyToContainer(Transferable.of(kafkaProperties(host, port)), KAFKA_PROPERTIES);
        return new ContainerServer.Definition(kafka, port);
    }

    static ContainerServer.Definition redis(String host, int port) {
        GenericContainer<?> redis = of("redis");
        redis.withCommand("redis-server", "--appendonly", "yes", "--save", "");
        return new ContainerServer.Definition(redis, REDIS_PORT);
    }

    static ContainerServer.Definition postgres(String host, int port) {
        GenericContainer<?> postgres = of("postgres");
        postgres.withEnv(Map.of(
                "POSTGRES_DB", PostgresServer.DATABASE,
                "POSTGRES_USER", PostgresServer.USER,
                "POSTGRES_PASSWORD", PostgresServer.PASSWORD,
                "POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=pl-PL"));
        return new ContainerServer.Definition(postgres, POSTGRES_PORT);
    }

    private static GenericContainer<?> of(String service) {
        return new GenericContainer<>(
                DockerImageName.parse(ComposeFile.ofThisCheckout().image(service)));
    }

    private static String kafkaProperties(String host, int port) {
        try {
            return Files.readString(ComposeFile.ofThisCheckout().beside("container/kafka.properties"))
                    .replace("PLAINTEXT://:9092", "PLAINTEXT://:" + port)
                    .replace("PLAINTEXT://kafka:9092", "PLAINTEXT://" + host + ":" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
