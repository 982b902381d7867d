package pl.paragon.persistence.accepted;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Kafka's ids of topics: a topic that was created once more has another one. */
@FunctionalInterface
interface TopicIds {

    /**
     * The ids of these topics, by name.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not tell
     */
    Map<String, UUID> of(Collection<String> topics);
}
