package pl.paragon.worker.stage;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * Takes a fact that is nobody's work but has a consequence that must come about (a stage gave up, a client cancelled): it has no attempts to burn, no time limit and cannot be
 * given up, so it waits in place for whatever is missing. Runs on the calling thread and returns when the record may be acknowledged: after its consequence is published,
 * or the record is in the dead letter topic. For what is a job's work, see {@link StageRunner}.
 */
public final class FactRunner<E extends JobEvent> {

    private static final Logger LOG = Logger.getLogger(FactRunner.class);

    private final Topic topic;
    private final Class<E> type;
    private final FactHandler<E> handler;
    private final FailurePolicy policy;
    private final Pauses pauses = new Pauses();
    private final Deliveries deliveries;

    public FactRunner(
            Stage stage,
            Topic topic,
            Class<E> type,
            FactHandler<E> handler,
            StageConfig config,
            EventPublisher publisher,
            MeterRegistry meters) {
        this.topic = topic;
        this.type = type;
        this.handler = handler;
        this.policy = new FailurePolicy(config);
        this.deliveries = new Deliveries(
                "The runner of " + topic.id(), publisher, policy, pauses, StageMetrics.deadLetters(stage, meters));
    }

    /**
     * Brings about what follows from one record.
     *
     * @throws WorkerStoppingException where the worker shuts down and the record must not be acknowledged
     */
    public void take(ConsumerRecord<String, byte[]> record) {
        E fact;
        try {
            fact = Json.readEvent(topic, type, record.value());
        } catch (UndecodableException e) {
            deliveries.bury(topic, record, e);
            return;
        }
        deliveries.publish(consequence(fact));
    }

    /** Takes no more: what waits stays unacknowledged. */
    public void stop() {
        pauses.stop();
    }

    private JobEvent consequence(E fact) {
        for (int paused = 0; ; paused++) {
            try {
                return handler.handle(fact);
            } catch (RuntimeException e) {
                log(fact, e);
                pauses.sleep(policy.pause(paused));
            }
        }
    }

    /** What is down comes back by itself; a defect of ours needs somebody to look, and until then the fact waits rather than being lost. */
    private void log(E fact, RuntimeException failure) {
        if (failure instanceof StageException known && known.error().code().type() != ErrorType.BUG) {
            LOG.warnf("%s of job %s waits: %s", topic.id(), fact.jobId(), known.getMessage());
        } else {
            LOG.errorf(failure, "%s of job %s waits for a defect to be mended", topic.id(), fact.jobId());
        }
    }
}
