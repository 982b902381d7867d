package pl.paragon.runtime.topics;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import pl.paragon.contracts.event.Topic;

/**
 * Creates the topics of the {@link Topic} enum, dead letter topics included. It needs nothing but a Kafka client of
 * version 4.1 or newer, so tests and the local stack use it without the rest of this module.
 */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Topics() {}

    /** {@link #create(Map, short)} on a single broker. */
    public static Set<String> create(String bootstrapServers) {
        return create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), (short) 1);
    }

    /**
     * Creates the topics that are missing and leaves the others as they are.
     *
     * @param kafka the settings of its client
     * @param replication the number of brokers that hold each record
     * @return the names of those that it created
     * @throws IllegalStateException if the broker does not create one within two minutes; says which and why
     */
    public static Set<String> create(Map<String, Object> kafka, short replication) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        Set<String> created = new TreeSet<>();
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(plan(replication)).values().forEach((name, creation) -> {
                if (isCreated(name, creation)) {
                    created.add(name);
                }
            });
        }
        return created;
    }

    static List<NewTopic> plan(short replication) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> withDeadLetters(topic, replication))
                .toList();
    }

    private static boolean isCreated(String name, KafkaFuture<Void> creation) {
        try {
            creation.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new IllegalStateException(
                    "The topic " + name + " cannot be created: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topic " + name + " was being created", e);
        }
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic, short replication) {
        NewTopic facts = topic(topic.id(), topic.partitions(), replication, topic.retention());
        return topic.deadLettered()
                ? Stream.of(facts, topic(topic.deadLetterId(), 1, replication, topic.retention()))
                : Stream.of(facts);
    }

    private static NewTopic topic(String name, int partitions, short replication, Duration retention) {
        return new NewTopic(name, partitions, replication)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
    }
}
