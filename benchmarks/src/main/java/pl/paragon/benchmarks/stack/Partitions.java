package pl.paragon.benchmarks.stack;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;

/** Of the broker of a running Paragon. */
public final class Partitions {

    private Partitions() {}

    /** All that hold facts of this kind, whatever their lane. */
    public static List<TopicPartition> holding(Class<? extends Event> kind, Consumer<?, ?> broker) {
        return Topic.holding(kind).stream()
                .flatMap(topic -> broker.partitionsFor(topic.id()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
