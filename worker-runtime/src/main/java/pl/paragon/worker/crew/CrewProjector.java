package pl.paragon.worker.crew;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/**
 * Folds the heartbeats of all workers into the {@link Crew}, from now on: what was before this process says nothing
 * about who lives.
 */
@ApplicationScoped
class CrewProjector {

    private static final Logger LOG = Logger.getLogger(CrewProjector.class);

    private final Crew crew;

    CrewProjector(Crew crew) {
        this.crew = crew;
    }

    @Incoming("crew")
    void fold(ConsumerRecord<String, byte[]> record) {
        try {
            crew.heard(Json.readEvent(Topic.WORKER_HEARTBEAT, WorkerHeartbeat.class, record.value()));
        } catch (UndecodableException e) {
            LOG.warnf("A heartbeat at offset %d cannot be decoded: %s", (Object) record.offset(), e.getMessage());
        }
    }
}
