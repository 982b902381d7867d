package pl.paragon.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * All three servers on free ports, for a test:
 *
 * {@snippet :
 * try (BackingServers servers = BackingServers.start(temporaryFolder)) {
 *     Map<String, String> configuration = servers.configuration();
 * }
 * }
 */
public record BackingServers(KafkaServer kafka, RedisServer redis, PostgresServer postgres) implements AutoCloseable {

    /**
     * Starts them at the same time and waits until each is ready.
     *
     * @param directory gets a folder for each
     * @throws pl.paragon.servers.process.ProcessFailedException if one does not start; the others are stopped
     */
    public static BackingServers start(Path directory) {
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            var kafka = supply(() -> KafkaServer.start(directory.resolve("kafka")), starters);
            var redis = supply(() -> RedisServer.start(directory.resolve("redis")), starters);
            var postgres = supply(() -> PostgresServer.start(directory.resolve("postgres")), starters);
            try {
                CompletableFuture.allOf(kafka, redis, postgres).join();
            } catch (CompletionException e) {
                stopStarted(List.of(kafka, redis, postgres));
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            return new BackingServers(kafka.join(), redis.join(), postgres.join());
        }
    }

    /** The configuration with which a service finds them: the keys that the compose file and the manifests set. */
    public Map<String, String> configuration() {
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.redis.hosts", redis.url(),
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.username", PostgresServer.USER,
                "quarkus.datasource.password", PostgresServer.PASSWORD);
    }

    /** Stops them at the same time. */
    @Override
    public void close() {
        try (var stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            stoppers.submit(kafka::close);
            stoppers.submit(redis::close);
            stoppers.submit(postgres::close);
        }
    }

    private static <S extends BackingServer> CompletableFuture<S> supply(Supplier<S> start, Executor starters) {
        return CompletableFuture.supplyAsync(start, starters);
    }

    private static void stopStarted(List<CompletableFuture<? extends BackingServer>> servers) {
        List<BackingServer> started = new ArrayList<>();
        servers.forEach(s -> s.handle((server, failure) -> server != null && started.add(server))
                .join());
        started.forEach(BackingServer::close);
    }
}
