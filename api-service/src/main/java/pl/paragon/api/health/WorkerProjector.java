package pl.paragon.api.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.metrics.Metric;

/** Folds the heartbeats of all workers, in memory: who is alive now is not worth remembering. */
@ApplicationScoped
class WorkerProjector {

    private static final Logger LOG = Logger.getLogger(WorkerProjector.class);

    private final Workers workers;
    private final Clock clock;

    WorkerProjector(HealthConfig config, Clock clock) {
        this.workers = new Workers(config.workerAliveFor());
        this.clock = clock;
    }

    Map<Stage, Workers.Crew> crews() {
        return workers.crews(clock.instant());
    }

    void register(@Observes StartupEvent startup, MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            Metric.WORKERS.gauge(meters, () -> crews().get(stage).workers(), stage.id());
        }
    }

    @Incoming("worker-heartbeats")
    void fold(ConsumerRecord<String, byte[]> record) {
        try {
            workers.received(
                    Json.readEvent(Topic.WORKER_HEARTBEAT, WorkerHeartbeat.class, record.value()), clock.instant());
        } catch (UndecodableException e) {
            LOG.warnf("A heartbeat at offset %d cannot be decoded: %s", (Object) record.offset(), e.getMessage());
        }
    }
}
