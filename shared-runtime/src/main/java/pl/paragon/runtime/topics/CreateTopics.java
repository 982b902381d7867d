package pl.paragon.runtime.topics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A program that makes the topics which are missing, leaves the others as they are, and ends: with 0 when all are there, with 1 otherwise. It is part of every service's image.
 * From the environment it takes {@code KAFKA_BOOTSTRAP_SERVERS} and {@code PARAGON_TOPICS_REPLICATION} (how many brokers hold each record; 1 where it is not set).
 */
public final class CreateTopics {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private CreateTopics() {}

    /** @throws IllegalStateException where the broker does not make them within two minutes, saying which and why */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        String bootstrapServers = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
        short replication = Short.parseShort(environment.getOrDefault("PARAGON_TOPICS_REPLICATION", "1"));
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(settings)) {
            CreateTopicsResult creation = admin.createTopics(TopicPlan.of(replication));
            for (Map.Entry<String, KafkaFuture<Void>> topic : creation.values().entrySet()) {
                System.out.println(topic.getKey() + ": " + await(topic.getKey(), topic.getValue()));
            }
        }
    }

    private static String await(String topic, KafkaFuture<Void> made) throws InterruptedException {
        try {
            made.get();
            return "made";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return "there already";
            }
            throw new IllegalStateException(
                    "The topic " + topic + " cannot be made: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
