package pl.paragon.localstack.supervision;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pl.paragon.localstack.learning.Lessons;
import pl.paragon.localstack.stack.Ports;
import pl.paragon.localstack.stack.Service;
import pl.paragon.localstack.stack.StackHome;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.PostgresServer;
import pl.paragon.servers.RedisServer;

/**
 * What the stack consists of.
 *
 * @param servers to be started first, and stopped last
 * @param services that need them
 */
record Parts(List<Part> servers, List<Part> services) {

    static Parts of(StackHome home, Ports ports, Path checkout, Lessons lessons, boolean learning) {
        List<Part> servers = List.of(
                new ServerPart("kafka", ports.kafka(), log -> {
                    Path data = home.data("kafka");
                    KafkaServer kafka = KafkaServer.launch(
                            data,
                            ports.kafka(),
                            ports.kafkaController(),
                            lessons.of("kafka").command(learning),
                            log);
                    return new ServerPart.Launched(kafka, () -> new TopicsOnce(data).ensure(kafka.bootstrapServers()));
                }),
                new ServerPart(
                        "redis",
                        ports.redis(),
                        log -> new ServerPart.Launched(
                                RedisServer.launch(home.data("redis"), ports.redis(), log), () -> {})),
                new ServerPart(
                        "postgres",
                        ports.postgres(),
                        log -> new ServerPart.Launched(
                                PostgresServer.launch(home.data("postgres"), ports.postgres(), log), () -> {})));
        List<Part> services = Arrays.stream(Service.values())
                .<Part>map(s -> new ServicePart(
                        s.module(),
                        s.port(ports),
                        home.directory(),
                        () -> lessons.of(s.module()).command(learning),
                        environment(s, home, ports)))
                .toList();
        return new Parts(servers, services);
    }

    List<Part> all() {
        return Stream.concat(servers.stream(), services.stream()).toList();
    }

    /** The configuration of a service: the same keys as in the compose file and the manifests, written as environment variables. */
    static Map<String, String> environment(Service service, StackHome home, Ports ports) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + ports.redis());
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + PostgresServer.DATABASE);
        environment.put("QUARKUS_DATASOURCE_USERNAME", PostgresServer.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresServer.PASSWORD);
        environment.put("PARAGON_PERSISTENCE_URL", "http://127.0.0.1:" + ports.persistence());
        environment.put("PARAGON_FILES_DIRECTORY", home.files().toString());
        environment.put("OMP_THREAD_LIMIT", "1");
        // Each thread's own arena of the C library would keep what one page needed at most.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }
}
