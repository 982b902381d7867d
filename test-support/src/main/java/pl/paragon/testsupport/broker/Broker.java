package pl.paragon.testsupport.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/**
 * The rest of the house as one service sees it: tells facts, and hears all that was told since the broker began. For
 * one thread at a time.
 */
public final class Broker implements AutoCloseable {

    /** Only so that a test that cannot succeed ends: a busy machine may be slow. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    public Broker(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.listTopics(PATIENCE).values().stream()
                .flatMap(List::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Tells facts, each on its topic and by its key. */
    public void publish(Event... facts) {
        for (Event fact : facts) {
            producer.send(new ProducerRecord<>(Topic.of(fact).id(), fact.key(), Json.write(fact)));
        }
        producer.flush();
    }

    /** Sends what need not be a fact. */
    public void send(String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    /** All facts of one kind about a job that have been told by now, in their order. */
    public <E extends JobEvent> List<E> published(JobId job, Class<E> type) {
        Topic topic = topicOf(type);
        return decoded(topic, type, records(topic.id(), job.toString()));
    }

    /** All facts of one kind, of all jobs in both lanes, that have been told by now. */
    public <E extends JobEvent> List<E> published(Class<E> type) {
        listenToTheEnd();
        return Topic.holding(type).stream()
                .flatMap(
                        topic -> decoded(
                                topic,
                                type,
                                heard.stream()
                                        .filter(record -> record.topic().equals(topic.id()))
                                        .toList())
                                .stream())
                .toList();
    }

    /** The first fact of one kind about a job; waits for it. */
    public <E extends JobEvent> E await(JobId job, Class<E> type) {
        return await(job, type, 1).getFirst();
    }

    /** All facts of one kind about a job, as soon as there are so many. */
    public <E extends JobEvent> List<E> await(JobId job, Class<E> type, int times) {
        Topic topic = topicOf(type);
        return decoded(topic, type, await(topic.id(), job.toString(), times));
    }

    /** The first record with this key that a service could not decode; waits for it. */
    public ConsumerRecord<String, byte[]> awaitDeadLetter(Topic topic, String key) {
        return await(topic.deadLetterId(), key, 1).getFirst();
    }

    /** All records with this key that a topic holds by now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        listenToTheEnd();
        return heard(topic, key);
    }

    private List<ConsumerRecord<String, byte[]>> await(String topic, String key, int times) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (heard(topic, key).size() < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("%s holds %d records of %s after %s, and not %d"
                        .formatted(topic, heard(topic, key).size(), key, PATIENCE, times));
            }
            listen();
        }
        return heard(topic, key);
    }

    private void listenToTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            listen();
        }
    }

    private void listen() {
        consumer.poll(LOOK).forEach(heard::add);
    }

    private List<ConsumerRecord<String, byte[]>> heard(String topic, String key) {
        return heard.stream()
                .filter(record -> record.topic().equals(topic) && key.equals(record.key()))
                .toList();
    }

    private static <E extends JobEvent> List<E> decoded(
            Topic topic, Class<E> type, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> Json.readEvent(topic, type, record.value()))
                .toList();
    }

    private static Topic topicOf(Class<? extends JobEvent> type) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic for " + type));
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
