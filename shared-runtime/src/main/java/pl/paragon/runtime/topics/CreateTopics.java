package pl.paragon.runtime.topics;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A program that creates the topics that are missing and ends: with 0 if all are there, with 1 otherwise. It is part of
 * every service's image. From the environment it takes {@code KAFKA_BOOTSTRAP_SERVERS}, what else it says of Kafka's
 * clients, and {@code PARAGON_TOPICS_REPLICATION}, the number of brokers that hold each record (1 by default).
 */
public final class CreateTopics {

    private CreateTopics() {}

    /** @throws IllegalStateException if the broker does not create one, which ends the program with 1 */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Map<String, Object> kafka = KafkaEnvironment.settings(environment);
        kafka.putIfAbsent(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        short replication = Short.parseShort(environment.getOrDefault("PARAGON_TOPICS_REPLICATION", "1"));
        Set<String> created = Topics.create(kafka, replication);
        Topics.plan(replication).stream()
                .map(NewTopic::name)
                .forEach(name -> System.out.println(name + ": " + (created.contains(name) ? "created" : "exists")));
    }
}
