package pl.paragon.worker.acknowledge;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.impl.TopicPartitions;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The commit strategy of a worker's channels, {@code acknowledged}: every {@code auto.commit.interval.ms} each
 * partition is committed up to its first record that is not acknowledged, and once more before it goes to another
 * worker. SmallRye's own strategy, {@code throttled}, forgets an offset whose commit fails, as one does during a
 * rebalance: if no record follows in that partition, the last one stays unacknowledged for ever. Here it is due again.
 */
final class CommitAcknowledged implements KafkaCommitHandler {

    private static final Logger LOG = Logger.getLogger(CommitAcknowledged.class);

    /** What a rebalance or a shutdown waits for a last commit: without it a record is only delivered once more. */
    private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

    private final AcknowledgedOffsets offsets = new AcknowledgedOffsets();
    private final KafkaConsumer<?, ?> consumer;
    private final Vertx vertx;
    private final Duration interval;
    private volatile boolean terminated;

    private CommitAcknowledged(Duration interval, KafkaConsumer<?, ?> consumer, Vertx vertx) {
        this.interval = interval;
        this.consumer = consumer;
        this.vertx = vertx;
    }

    static CommitAcknowledged every(Duration interval, KafkaConsumer<?, ?> consumer, Vertx vertx) {
        CommitAcknowledged handler = new CommitAcknowledged(interval, consumer, vertx);
        handler.commitSoon();
        return handler;
    }

    @ApplicationScoped
    @Identifier("acknowledged")
    @Unremovable
    static class Factory implements KafkaCommitHandler.Factory {

        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            long millis = config.config().getValue(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, Long.class);
            return CommitAcknowledged.every(Duration.ofMillis(millis), consumer, vertx);
        }
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        offsets.received(TopicPartitions.getTopicPartition(record), record.getOffset());
        return Uni.createFrom().item(record);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        offsets.acknowledged(TopicPartitions.getTopicPartition(record), record.getOffset());
        return Uni.createFrom().voidItem().runSubscriptionOn(record::runOnMessageContext);
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        offsets.assigned(partitions);
    }

    /** On the polling thread, as each commit. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        commit(due -> consumer.unwrap().commitSync(due, LAST_COMMIT));
        offsets.revoked(partitions);
    }

    /** What is due is committed when the consumer, which is closed next, gives its partitions back. */
    @Override
    public void terminate(boolean graceful) {
        terminated = true;
    }

    private void commitSoon() {
        if (terminated) {
            return;
        }
        vertx.setTimer(interval.toMillis(), timer -> consumer.runOnPollingThread(client -> {
                    commit(client::commitSync);
                })
                .subscribe()
                .with(done -> commitSoon(), this::notCommitted));
    }

    private void notCommitted(Throwable defect) {
        if (!terminated) {
            LOG.warn("A commit failed and will be tried again", defect);
            commitSoon();
        }
    }

    private void commit(Consumer<Map<TopicPartition, OffsetAndMetadata>> commit) {
        Map<TopicPartition, OffsetAndMetadata> due = offsets.due();
        if (due.isEmpty()) {
            return;
        }
        try {
            commit.accept(due);
            offsets.committed(due);
        } catch (KafkaException e) {
            LOG.infof("%s is not committed yet: %s", due, e.getMessage());
        }
    }
}
