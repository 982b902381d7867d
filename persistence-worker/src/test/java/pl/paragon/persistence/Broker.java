package pl.paragon.persistence;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/** The rest of the house, as the worker sees it: tells facts and listens to all that is told. */
final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Queue<ConsumerRecord<String, byte[]>> heard = new ConcurrentLinkedQueue<>();
    private final Thread listener = new Thread(this::listen, "listener");

    Broker(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(Topic.values())
                .flatMap(topic ->
                        topic.deadLettered() ? Stream.of(topic.id(), topic.deadLetterId()) : Stream.of(topic.id()))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map((PartitionInfo p) -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        listener.start();
    }

    void tell(Event... events) {
        for (Event event : events) {
            send(Topic.of(event), event.key(), Json.write(event));
        }
    }

    void send(Topic topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic.id(), key, value));
    }

    /** How the job ended, as told first. */
    JobEnded awaitEnd(JobId job) {
        return awaitEnds(job, 1).getFirst();
    }

    /** What was told of the job's end, once it was told so often. */
    List<JobEnded> awaitEnds(JobId job, int times) {
        await().atMost(PATIENCE).until(() -> told(job, JobEnded.class).size() >= times);
        return told(job, JobEnded.class);
    }

    /** All facts of one kind about a job that were told so far, in their order. */
    <E extends JobEvent> List<E> told(JobId job, Class<E> type) {
        Topic topic = Arrays.stream(Topic.values())
                .filter(t -> t.type() == type)
                .findFirst()
                .orElseThrow();
        return heard(r -> r.topic().equals(topic.id()) && job.toString().equals(r.key())).stream()
                .map(r -> Json.readEvent(topic, type, r.value()))
                .toList();
    }

    /** The record of a dead letter topic with this key. */
    ConsumerRecord<String, byte[]> awaitDeadLetter(Topic topic, String key) {
        Predicate<ConsumerRecord<String, byte[]>> buried =
                r -> r.topic().equals(topic.deadLetterId()) && key.equals(r.key());
        await().atMost(PATIENCE).until(() -> !heard(buried).isEmpty());
        return heard(buried).getFirst();
    }

    private List<ConsumerRecord<String, byte[]>> heard(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return heard.stream().filter(wanted).toList();
    }

    private void listen() {
        try (consumer) {
            while (true) {
                consumer.poll(PATIENCE).forEach(heard::add);
            }
        } catch (WakeupException e) {
            // closed
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
