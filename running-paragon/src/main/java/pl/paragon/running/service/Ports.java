package pl.paragon.running.service;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.servers.FreePorts;
import pl.paragon.servers.PostgresServer;

/** The ports of 127.0.0.1 that a stack listens on. */
public record Ports(
        int api, int ocr, int analysis, int persistence, int kafka, int kafkaController, int redis, int postgres) {

    public Ports {
        Map<Integer, Long> uses = Stream.of(api, ocr, analysis, persistence, kafka, kafkaController, redis, postgres)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        uses.forEach((port, times) -> {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException(port + " is not a port: 1 to 65535");
            }
            if (times > 1) {
                throw new IllegalArgumentException("port " + port + " is given to " + times + " parts of the stack");
            }
        });
    }

    /** The default ports. */
    public static Ports usual() {
        return new Ports(8000, 8001, 8002, 8003, 9092, 9093, 6379, 5432);
    }

    /** Eight ports that nobody listens on. */
    public static Ports free() {
        return new Ports(
                FreePorts.one(),
                FreePorts.one(),
                FreePorts.one(),
                FreePorts.one(),
                FreePorts.one(),
                FreePorts.one(),
                FreePorts.one(),
                FreePorts.one());
    }

    /** Each by the name of its option without the dashes, e.g. {@code "api-port"}. */
    public Map<String, Integer> byOption() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("api-port", api);
        ports.put("ocr-port", ocr);
        ports.put("analysis-port", analysis);
        ports.put("persistence-port", persistence);
        ports.put("kafka-port", kafka);
        ports.put("kafka-controller-port", kafkaController);
        ports.put("redis-port", redis);
        ports.put("postgres-port", postgres);
        return ports;
    }

    /** The environment variable that sets the port of an option, e.g. {@code PARAGON_API_PORT} for {@code api-port}. */
    public static String variable(String option) {
        return "PARAGON_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The address that people and clients use. */
    public String apiUrl() {
        return "http://localhost:" + api;
    }

    /** The value for {@code paragon.persistence.url}. */
    public String persistenceUrl() {
        return "http://127.0.0.1:" + persistence;
    }

    /** The value for {@code quarkus.redis.hosts}. */
    public String redisUrl() {
        return "redis://127.0.0.1:" + redis;
    }

    /** The value for {@code quarkus.datasource.jdbc.url}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres + "/" + PostgresServer.DATABASE;
    }
}
