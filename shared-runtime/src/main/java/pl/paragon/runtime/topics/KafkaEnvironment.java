package pl.paragon.runtime.topics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings of Kafka's clients that the environment has, named as the services take them: {@code
 * KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}.
 */
public final class KafkaEnvironment {

    private static final String PREFIX = "KAFKA_";
    /** Variables that mean something else, {@code KAFKA_HOME} among them, are none of ours. */
    private static final Set<String> KNOWN = Stream.of(
                    AdminClientConfig.configNames(), ConsumerConfig.configNames(), ProducerConfig.configNames())
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    private KafkaEnvironment() {}

    /** By their names in Kafka; {@code bootstrap.servers} only if the environment has it. */
    public static Map<String, Object> settings(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && KNOWN.contains(name(variable))) {
                settings.put(name(variable), value);
            }
        });
        return settings;
    }

    private static String name(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
