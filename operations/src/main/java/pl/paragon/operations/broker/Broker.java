package pl.paragon.operations.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker, asked by somebody who sits before a terminal. Every method throws {@link UnavailableException} if it does
 * not answer within ten seconds. For one thread at a time.
 */
public final class Broker implements AutoCloseable {

    /** For each request. */
    private static final int PATIENCE_MS = 10_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    /** Kafka does not answer, or not in time. */
    public static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String bootstrapServers, Throwable cause) {
            super("No Kafka answers at " + bootstrapServers + " (" + cause.getMessage() + ")", cause);
        }
    }

    /** @throws IllegalArgumentException if no client can be made of it */
    public Broker(KafkaClient kafka) {
        this.bootstrapServers = kafka.bootstrapServers();
        try {
            this.consumer = new KafkaConsumer<>(
                    kafka.with(Map.of(
                            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS,
                            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS,
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false)),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            this.producer = new KafkaProducer<>(
                    kafka.with(Map.of(
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            PATIENCE_MS,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS / 2,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS)),
                    new StringSerializer(),
                    new ByteArraySerializer());
        } catch (KafkaException e) {
            throw kafka.refused(e);
        }
    }

    /** All records that the partition has now; none if its topic does not exist. */
    public List<ConsumerRecord<String, byte[]>> read(TopicPartition partition) {
        return asked(() -> {
            if (!exists(partition)) {
                return List.of();
            }
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return toTheEnd(partition);
        });
    }

    /** The records that came to the partition since then; none if its topic does not exist. */
    public List<ConsumerRecord<String, byte[]>> readSince(TopicPartition partition, Instant since) {
        return asked(() -> {
            OffsetAndTimestamp first = exists(partition)
                    ? consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                            .get(partition)
                    : null;
            if (first == null) {
                return List.of();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, first.offset());
            return toTheEnd(partition);
        });
    }

    /** The record at an offset; empty if the broker does not have it any more, or yet. */
    public Optional<ConsumerRecord<String, byte[]>> readAt(TopicPartition partition, long offset) {
        return asked(() -> {
            consumer.assign(List.of(partition));
            long beginning = consumer.beginningOffsets(List.of(partition)).get(partition);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            if (offset < beginning || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, offset);
            return Optional.of(next(partition).getFirst()).filter(record -> record.offset() == offset);
        });
    }

    /** Returns once the broker has the record. */
    public RecordMetadata send(ProducerRecord<String, byte[]> record) {
        return asked(() -> {
            try {
                return producer.send(record).get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RetriableException unavailable) {
                    throw unavailable;
                }
                throw new IllegalStateException("Kafka did not take a record of " + record.topic(), e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
    }

    private boolean exists(TopicPartition partition) {
        return consumer.listTopics().containsKey(partition.topic());
    }

    private List<ConsumerRecord<String, byte[]>> toTheEnd(TopicPartition partition) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            records.addAll(next(partition));
        }
        return records;
    }

    private List<ConsumerRecord<String, byte[]>> next(TopicPartition partition) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (int waited = 0; records.isEmpty(); waited++) {
            if (waited * POLL.toMillis() > PATIENCE_MS) {
                throw new TimeoutException("no record of " + partition + " came");
            }
            records = consumer.poll(POLL);
        }
        return records.records(partition);
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw new UnavailableException(bootstrapServers, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ZERO);
    }
}
