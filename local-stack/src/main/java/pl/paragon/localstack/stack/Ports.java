package pl.paragon.localstack.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports of 127.0.0.1 that a stack listens on. */
public record Ports(
        int api, int ocr, int analysis, int persistence, int kafka, int kafkaController, int redis, int postgres) {

    public Ports {
        Map<Integer, Long> uses = Stream.of(api, ocr, analysis, persistence, kafka, kafkaController, redis, postgres)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        uses.forEach((port, times) -> {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException(port + " is no port: 1 to 65535");
            }
            if (times > 1) {
                throw new IllegalArgumentException("port " + port + " is given to " + times + " parts of the stack");
            }
        });
    }

    /** The usual ones. */
    public static Ports usual() {
        return new Ports(8000, 8001, 8002, 8003, 9092, 9093, 6379, 5432);
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

    /** The address that people and clients use. */
    public String apiUrl() {
        return "http://localhost:" + api;
    }
}
