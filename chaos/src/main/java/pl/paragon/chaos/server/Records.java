package pl.paragon.chaos.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.paragon.contracts.event.ConsumerGroup;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;

/**
 * What is in the topics about jobs, read to their present end, and published once more. Clients live as long as one
 * question, since the broker is killed in between. Every method throws {@link AwayException} if the broker is away.
 */
public final class Records {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** For all records of a run; a broker that dies meanwhile does not end a poll. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Map<String, Topic> OF_JOBS =
            Topic.ofJobs().stream().collect(Collectors.toMap(Topic::id, topic -> topic));

    private final Map<String, Object> client;

    /** @param bootstrapServers e.g. {@code 127.0.0.1:9092} */
    public Records(String bootstrapServers) {
        this.client = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis(),
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ANSWER.dividedBy(2).toMillis());
    }

    /** The events of all jobs, by job, in no particular order; copies included. */
    public Map<String, List<JobEvent>> events() {
        Map<String, List<JobEvent>> events = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : all(OF_JOBS.keySet())) {
            Topic topic = OF_JOBS.get(record.topic());
            JobEvent event = (JobEvent) Json.readEvent(topic, topic.type(), record.value());
            events.computeIfAbsent(event.jobId().toString(), job -> new ArrayList<>())
                    .add(event);
        }
        return events;
    }

    /** Where dead letters lie, e.g. {@code receipt-submitted-dead-letter 0@3}. */
    public List<String> deadLetters() {
        Set<String> topics = OF_JOBS.values().stream().map(Topic::deadLetterId).collect(Collectors.toSet());
        return all(topics).stream()
                .map(record ->
                        "%s %d@%d, key %s".formatted(record.topic(), record.partition(), record.offset(), record.key()))
                .toList();
    }

    /**
     * Publishes copies of earlier records in another order, as a redelivery after a rebalance would.
     *
     * @return how many
     */
    public int repeat(Set<Topic> topics, int most, Random random) {
        List<ConsumerRecord<String, byte[]>> earlier =
                new ArrayList<>(all(topics.stream().map(Topic::id).collect(Collectors.toSet())));
        Collections.shuffle(earlier, random);
        List<ConsumerRecord<String, byte[]>> chosen = earlier.subList(0, Math.min(most, earlier.size()));
        Map<String, Object> settings = new HashMap<>(client);
        settings.remove(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER.toMillis());
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            chosen.forEach(record -> producer.send(
                    new ProducerRecord<>(record.topic(), null, null, record.key(), record.value(), record.headers())));
            producer.flush();
            return chosen.size();
        } catch (KafkaException e) {
            throw new AwayException("kafka", e);
        }
    }

    /** How many records each group of workers has not acknowledged, without those that have none; by group. */
    public Map<String, Long> backlog() {
        Map<String, Long> backlog = new TreeMap<>();
        Map<TopicPartition, Long> ends = ends(OF_JOBS.keySet());
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)))) {
            for (Map.Entry<String, Topic> group : groups().entrySet()) {
                Map<TopicPartition, Long> read = new HashMap<>();
                admin.listConsumerGroupOffsets(group.getKey())
                        .partitionsToOffsetAndMetadata()
                        .get(ANSWER.toSeconds(), TimeUnit.SECONDS)
                        .forEach((partition, offset) -> read.put(partition, offset == null ? 0L : offset.offset()));
                long lag = ends.entrySet().stream()
                        .filter(end ->
                                end.getKey().topic().equals(group.getValue().id()))
                        .mapToLong(end -> end.getValue() - read.getOrDefault(end.getKey(), 0L))
                        .sum();
                if (lag > 0) {
                    backlog.put(group.getKey(), lag);
                }
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new AwayException("kafka", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwayException("kafka", e);
        }
        return backlog;
    }

    /** How many records were ever published about jobs. */
    public long published() {
        return ends(OF_JOBS.keySet()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Each group whose lag is work, with the topic that it reads. */
    private static Map<String, Topic> groups() {
        return Stream.concat(
                        Arrays.stream(ConsumerGroup.values()).map(group -> Map.entry(group.id(), group.topic())),
                        Arrays.stream(Stage.values())
                                .map(stage -> Map.entry(stage.id() + "-retries", Topic.RETRY_SCHEDULED)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<TopicPartition, Long> ends(Collection<String> topics) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topics));
        } catch (KafkaException e) {
            throw new AwayException("kafka", e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> all(Collection<String> topics) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            Set<TopicPartition> partitions = partitions(consumer, topics);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                if (System.nanoTime() > deadline) {
                    throw new AwayException("kafka", new TimeoutException("not read within " + PATIENCE));
                }
            }
            return records;
        } catch (KafkaException e) {
            throw new AwayException("kafka", e);
        }
    }

    private static Set<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<String> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return partitions;
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
