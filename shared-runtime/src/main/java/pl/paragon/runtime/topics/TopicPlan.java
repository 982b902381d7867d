package pl.paragon.runtime.topics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import pl.paragon.contracts.event.Topic;

/** The topics that the house needs, dead letter topics included, as the {@link Topic} enum says. */
final class TopicPlan {

    private TopicPlan() {}

    /** @param replication how many brokers hold each record */
    static List<NewTopic> of(short replication) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> withDeadLetters(topic, replication))
                .toList();
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
