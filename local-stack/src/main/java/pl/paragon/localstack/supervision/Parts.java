package pl.paragon.localstack.supervision;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.localstack.aot.AotCaches;
import pl.paragon.localstack.watching.Watch;
import pl.paragon.running.service.Ports;
import pl.paragon.running.service.Service;
import pl.paragon.running.stack.StackHome;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.PostgresServer;
import pl.paragon.servers.RedisServer;

/**
 * What the stack consists of.
 *
 * @param servers started first and stopped last
 * @param services that need them, and what watches over them
 */
record Parts(List<Part> servers, List<Part> services) {

    static Parts of(
            StackHome home, Ports ports, Path checkout, AotCaches caches, boolean training, Optional<Watch> watch) {
        List<Part> servers = List.of(
                new ServerPart("kafka", ports.kafka(), log -> {
                    Path data = home.data("kafka");
                    KafkaServer kafka = KafkaServer.launch(
                            data,
                            ports.kafka(),
                            ports.kafkaController(),
                            caches.of("kafka").command(training),
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
        Stream<Part> services = Arrays.stream(Service.values())
                .map(s -> new ServicePart(
                        s.module(),
                        s.port(ports),
                        home.directory(),
                        () -> s.scheduled(caches.of(s.module()).command(training)),
                        s.environment(s.port(ports), ports, home.files())));
        Stream<Part> prometheus = watch.stream()
                .map(w -> new ServerPart(
                        Watch.PART,
                        w.port(),
                        log -> new ServerPart.Launched(
                                w.launch(checkout, ports, home.data(Watch.PART), log), () -> {})));
        return new Parts(servers, Stream.concat(services, prometheus).toList());
    }

    List<Part> all() {
        return Stream.concat(servers.stream(), services.stream()).toList();
    }
}
