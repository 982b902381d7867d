package pl.paragon.worker.runner;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.publish.UnpublishableException;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.worker.attempt.FailurePolicy;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.stage.FactHandler;
import pl.paragon.worker.stage.StageConfig;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * Takes a fact that is nobody's work but must have its consequence (a stage gave up, a client cancelled). It has no
 * time limit and waits in place for whatever is down. A defect of ours does not pass by waiting, though: after as many
 * attempts as a job has, the record is dead-lettered, to be redriven once the defect is mended, so that a handful of
 * such facts cannot hold up everybody else's. Runs on the calling thread and returns when the record may be
 * acknowledged. For what is a job's work, see {@link StageRunner}.
 */
public final class FactRunner<E extends JobEvent> {

    private static final Logger LOG = Logger.getLogger(FactRunner.class);

    private final Topic topic;
    private final Class<E> type;
    private final FactHandler<E> handler;
    private final FailurePolicy policy;
    private final WorkerCondition condition;
    private final Waits waits = new Waits();
    private final Deliveries deliveries;

    FactRunner(
            Stage stage,
            Topic topic,
            Class<E> type,
            FactHandler<E> handler,
            StageConfig config,
            EventPublisher publisher,
            WorkerCondition condition,
            MeterRegistry meters) {
        this.topic = topic;
        this.type = type;
        this.handler = handler;
        this.policy = new FailurePolicy(config);
        this.condition = condition;
        this.deliveries = new Deliveries(
                "The runner of " + topic.id(),
                publisher,
                policy,
                waits,
                condition,
                StageMetrics.deadLetters(stage, meters));
    }

    /**
     * Brings about what follows from one record.
     *
     * @throws WorkerStoppingException if the worker shuts down and the record must not be acknowledged
     */
    public void take(ConsumerRecord<String, byte[]> record) {
        E fact;
        try {
            fact = Json.readEvent(topic, type, record.value());
        } catch (UndecodableException e) {
            deliveries.deadLetter(topic, record, e.getMessage());
            return;
        }
        try (JobSpan span = JobSpan.ofRecord(topic.id(), fact.jobId(), record.headers())) {
            take(record, fact);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, E fact) {
        try {
            consequence(fact).ifPresentOrElse(deliveries::publish, () -> defective(record, "a defect, see the log"));
        } catch (UnpublishableException e) {
            defective(record, e.getMessage());
        }
    }

    /** Takes no more: what waits stays unacknowledged. */
    void stop() {
        waits.stop();
    }

    private void defective(ConsumerRecord<String, byte[]> record, String reason) {
        condition.defect();
        deliveries.deadLetter(topic, record, reason);
    }

    /** Empty if a defect keeps it from coming about. */
    private Optional<JobEvent> consequence(E fact) {
        int defects = 0;
        for (int paused = 0; ; paused++) {
            try {
                return Optional.of(handler.handle(fact));
            } catch (RuntimeException e) {
                ErrorCode reason =
                        e instanceof StageException known ? known.error().code() : ErrorCode.INTERNAL_ERROR;
                if (passes(reason.type())) {
                    LOG.warnf("%s of job %s waits: %s (%s)", topic.id(), fact.jobId(), e.getMessage(), e.getCause());
                } else {
                    LOG.errorf(e, "%s of job %s cannot have its consequence", topic.id(), fact.jobId());
                    if (++defects >= policy.maxAttempts()) {
                        return Optional.empty();
                    }
                }
                try (WorkerCondition.Wait wait = condition.waiting(reason)) {
                    waits.sleep(policy.pause(paused));
                }
            }
        }
    }

    private static boolean passes(ErrorType type) {
        return switch (type) {
            case TRANSIENT, DEPENDENCY_DOWN -> true;
            case DOCUMENT, BUG, LIMIT, UNDECODABLE -> false;
        };
    }
}
