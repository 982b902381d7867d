package pl.paragon.benchmarks.scaling;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import pl.paragon.benchmarks.stack.Partitions;
import pl.paragon.contracts.event.Event;
import pl.paragon.running.RunningParagon;

/** How many facts of a kind there are in the broker of a Paragon that was started empty. Used by one thread. */
final class Published implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;

    Published(RunningParagon paragon) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + paragon.ports().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    long facts(Class<? extends Event> kind) {
        return consumer.endOffsets(Partitions.holding(kind, consumer)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
