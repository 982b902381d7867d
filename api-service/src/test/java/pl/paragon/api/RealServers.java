package pl.paragon.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.RedisServer;
import pl.paragon.servers.Topics;

/** A real Kafka and a real Redis for one gateway, and control over both. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Path folder;
    private int kafkaPort;
    private int controllerPort;
    private KafkaServer kafka;
    private RedisServer redis;

    @Override
    public Map<String, String> start() {
        folder = Path.of("target", "servers", UUID.randomUUID().toString());
        kafkaPort = freePort();
        controllerPort = freePort();
        startKafka();
        redis = RedisServer.start(folder.resolve("redis"));
        Topics.create(kafka.bootstrapServers());
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.redis.hosts", redis.url(),
                "paragon.files.directory", folder.resolve("files").toString(),
                // An outage is noticed sooner than in production, so that the tests need not wait for it.
                "paragon.publisher.timeout", "3s",
                "paragon.status.retry-delay", "100ms");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RealServers.class);
    }

    @Override
    public void stop() {
        if (redis != null) {
            redis.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public Path files() {
        return folder.resolve("files");
    }

    public void killRedis() {
        redis.process().kill();
        redis.process().onExit().join();
    }

    public void restartRedis() {
        restartRedis("redis");
    }

    /** As after the loss of its disk. */
    public void restartRedisWithoutMemory() {
        restartRedis("empty-" + UUID.randomUUID());
    }

    public void killKafka() {
        kafka.process().kill();
        kafka.process().onExit().join();
    }

    public void restartKafka() {
        startKafka();
    }

    private void startKafka() {
        kafka = KafkaServer.launch(folder.resolve("kafka"), kafkaPort, controllerPort, line -> {});
        kafka.process().awaitReady(LONGEST);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restartRedis(String data) {
        try {
            Path directory = Files.createDirectories(folder.resolve(data));
            redis = RedisServer.launch(directory, redis.port(), line -> {});
            redis.process().awaitReady(LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
