package pl.paragon.servers;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import pl.paragon.contracts.event.Topic;

/** Makes the topics of the house, dead letter topics included, as the {@link Topic} enum says. The caller brings a Kafka client, of any version from 4.1 on. */
public final class Topics {

    private Topics() {}

    /**
     * Makes those that are missing; the others are left as they are.
     *
     * @return the names of those that were made
     */
    public static Set<String> create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing =
                    all().filter(t -> !existing.contains(t.name())).toList();
            admin.createTopics(missing).all().get();
            return Set.copyOf(missing.stream().map(NewTopic::name).toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the topics cannot be made: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were being made", e);
        }
    }

    static Stream<NewTopic> all() {
        return Arrays.stream(Topic.values()).flatMap(Topics::withDeadLetters);
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic) {
        NewTopic main = topic(topic.id(), topic.partitions(), topic.retention());
        return topic.deadLettered()
                ? Stream.of(main, topic(topic.deadLetterId(), 1, topic.retention()))
                : Stream.of(main);
    }

    private static NewTopic topic(String name, int partitions, Duration retention) {
        return new NewTopic(name, partitions, (short) 1)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
    }
}
