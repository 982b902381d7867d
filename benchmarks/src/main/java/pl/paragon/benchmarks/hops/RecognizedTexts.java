package pl.paragon.benchmarks.hops;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.paragon.benchmarks.stack.Partitions;
import pl.paragon.contracts.event.ReceiptTextRecognized;

/** When the ocr-worker published what it had read, by the broker's records. Used by one thread. */
final class RecognizedTexts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;

    /** @param kafka e.g. {@code 127.0.0.1:9092} */
    RecognizedTexts(String kafka) {
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** By the ids of the jobs, all that there are at this moment, to the millisecond. */
    Map<String, Instant> published() {
        List<TopicPartition> partitions = Partitions.holding(ReceiptTextRecognized.class, consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Instant> published = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL)
                    .forEach(text -> published.putIfAbsent(text.key(), Instant.ofEpochMilli(text.timestamp())));
        }
        return published;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
