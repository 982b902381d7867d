package pl.paragon.worker.runner;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailStop;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * The failure strategy of a worker's channels, {@code leave-unacknowledged}: a record that is refused while the worker
 * shuts down is neither acknowledged nor a fault, so the next worker gets it. Outside a shutdown the runners throw
 * nothing; should one do so all the same, the channel stops and the worker turns unhealthy, as with {@code fail}.
 */
@ApplicationScoped
@Identifier("leave-unacknowledged")
@Unremovable
class LeaveUnacknowledged implements KafkaFailureHandler.Factory {

    private final StageRunners runners;

    LeaveUnacknowledged(StageRunners runners) {
        this.runners = runners;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        KafkaFailureHandler failStop = new KafkaFailStop(config.getChannel(), reportFailure);
        return new KafkaFailureHandler() {
            @Override
            public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
                return runners.stopping() ? Uni.createFrom().voidItem() : failStop.handle(record, reason, metadata);
            }
        };
    }
}
