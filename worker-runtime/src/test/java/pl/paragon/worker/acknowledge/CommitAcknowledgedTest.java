package pl.paragon.worker.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitAcknowledgedTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final TopicPartition TEXTS = new TopicPartition("receipt-text-recognized", 1);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger rebalances = new AtomicInteger();
    private final MockConsumer<String, byte[]> client = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (rebalances.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new RebalanceInProgressException("not now");
            }
            super.commitSync(offsets);
        }
    };

    @BeforeEach
    void assign() {
        client.assign(Set.of(TEXTS));
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void shouldCommitOnceMoreWhatWasRefusedDuringARebalance() {
        // given
        rebalances.set(2);
        KafkaCommitHandler handler = handler(OFTEN);

        // when
        take(handler, 3);

        // then
        await().atMost(LONGEST).untilAsserted(() -> assertThat(committed()).isEqualTo(4));
        assertThat(rebalances).hasValue(0);
    }

    @Test
    void shouldCommitBeforeAPartitionGoesToAnother() {
        // given
        KafkaCommitHandler handler = handler(NEVER);
        take(handler, 3);

        // when
        handler.partitionsRevoked(List.of(TEXTS));

        // then
        assertThat(committed()).isEqualTo(4);
    }

    @Test
    void shouldLetAPartitionGoAlthoughItCannotCommit() {
        // given
        KafkaCommitHandler handler = handler(NEVER);
        take(handler, 3);
        rebalances.set(1);

        // when
        handler.partitionsRevoked(List.of(TEXTS));
        handler.partitionsRevoked(List.of(TEXTS));

        // then
        assertThat(committed()).as("the second time nothing is ours").isEqualTo(-1);
    }

    private KafkaCommitHandler handler(Duration interval) {
        KafkaCommitHandler handler = CommitAcknowledged.every(interval, onThisClient(), vertx);
        handler.partitionsAssigned(List.of(TEXTS));
        return handler;
    }

    private void take(KafkaCommitHandler handler, long offset) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(TEXTS.topic(), TEXTS.partition(), offset, "a job", new byte[0]);
        IncomingKafkaRecord<String, byte[]> incoming =
                new IncomingKafkaRecord<>(record, "texts", 0, handler, null, false);
        handler.received(incoming).await().indefinitely();
        handler.handle(incoming).await().indefinitely();
    }

    private long committed() {
        OffsetAndMetadata offset = client.committed(Set.of(TEXTS)).get(TEXTS);
        return offset == null ? -1 : offset.offset();
    }

    /** Of SmallRye's consumer only what a commit needs, on the calling thread. */
    @SuppressWarnings("unchecked")
    private KafkaConsumer<String, byte[]> onThisClient() {
        return (KafkaConsumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "unwrap" -> client;
                    case "runOnPollingThread" ->
                        Uni.createFrom().voidItem().invoke(() -> ((Consumer<Object>) arguments[0]).accept(client));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
