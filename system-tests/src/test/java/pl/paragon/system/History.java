package pl.paragon.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.running.RunningParagon;

/** All events that the services of a running Paragon publish from now on. Used by one thread. */
final class History implements AutoCloseable {

    private static final Map<String, Topic> TOPICS =
            Arrays.stream(Topic.values()).collect(Collectors.toMap(Topic::id, topic -> topic));

    private final Consumer<String, byte[]> consumer;
    private final List<Event> events = new ArrayList<>();

    private History(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    static History fromNowOn(RunningParagon paragon) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + paragon.ports().kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Set<TopicPartition> partitions = TOPICS.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // otherwise the end is looked up later
        return new History(consumer);
    }

    /** About how many jobs a topic has an event. */
    int jobs(Topic topic) {
        return (int) events(topic.type()).stream()
                .map(event -> ((JobEvent) event).jobId())
                .distinct()
                .count();
    }

    /** The events of one kind that were published by now. */
    <E extends Event> List<E> events(Class<E> kind) {
        readOn();
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Topic topic = TOPICS.get(record.topic());
                events.add(Json.readEvent(topic, topic.type(), record.value()));
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
