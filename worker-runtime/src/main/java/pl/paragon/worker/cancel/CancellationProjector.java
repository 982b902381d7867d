package pl.paragon.worker.cancel;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/**
 * Folds the cancels of all clients into {@link Cancellations}, in every worker, from the topic's beginning: so a cancel
 * outlives the restart of a worker. A record that cannot be decoded is buried by the arbiter, which reads the same
 * topic.
 */
@ApplicationScoped
class CancellationProjector {

    private static final Logger LOG = Logger.getLogger(CancellationProjector.class);

    private final Cancellations cancellations;

    CancellationProjector(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @Incoming("cancellations")
    void fold(ConsumerRecord<String, byte[]> record) {
        try {
            cancellations.cancel(Json.readEvent(Topic.CANCEL_REQUESTED, CancelRequested.class, record.value())
                    .jobId());
        } catch (UndecodableException e) {
            LOG.warnf("A cancel at offset %d cannot be decoded: %s", (Object) record.offset(), e.getMessage());
        }
    }
}
