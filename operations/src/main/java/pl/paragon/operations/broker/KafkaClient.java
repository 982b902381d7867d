package pl.paragon.operations.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * How a Kafka is reached.
 *
 * @param bootstrapServers host and port, of one broker or of several
 * @param settings of its clients besides, by their names in Kafka: how they identify themselves and whom they trust
 */
public record KafkaClient(String bootstrapServers, Map<String, Object> settings) {

    public KafkaClient {
        settings = Map.copyOf(settings);
    }

    /** Those of a client, with {@code own} above what was configured. */
    Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }

    /** What to say if no client can be made of it. */
    IllegalArgumentException refused(KafkaException failure) {
        Throwable cause = failure; // the last one says what is wrong
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String what = cause instanceof ConfigException
                ? bootstrapServers + " is no address of Kafka: "
                : "The settings of Kafka's clients (KAFKA_…) are wrong: ";
        return new IllegalArgumentException(what + cause.getMessage(), failure);
    }
}
