package pl.paragon.worker.runner;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerProcess;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.publish.UnpublishableException;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.worker.attempt.FailurePolicy;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.ledger.AttemptLedger;
import pl.paragon.worker.stage.StageConfig;
import pl.paragon.worker.stage.StageHandler;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * Takes one record of a stage through everything that is the same in each worker, on the calling thread, and returns
 * when the record may be acknowledged:
 *
 * <pre>
 *  decode ─▶ {@link StageWork}: attempts until the job leaves this stage ─▶ (caller acknowledges)
 *    │              │
 *    ▼              ▼ a defect of the runner's own
 *  dead letter    the job fails, or the record goes to the dead letter topic: nothing holds the queue up for ever
 * </pre>
 *
 * Nothing is acknowledged before what follows from it is published, so the input record is the outbox, and whatever
 * dies in between, the record is redelivered. It throws only when the record must stay unacknowledged, i.e. during
 * shutdown.
 */
public final class StageRunner<I extends StageInput> {

    private static final Logger LOG = Logger.getLogger(StageRunner.class);

    private final Stage stage;
    private final Class<I> type;
    private final StageConfig config;
    private final Cancellations cancellations;
    private final Clock clock;
    private final WorkerCondition condition;
    private final Waits waits = new Waits();
    private final Deliveries deliveries;
    private final StageWork<I> work;
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean stopping;

    StageRunner(
            Stage stage,
            Class<I> type,
            StageHandler<I> handler,
            StageConfig config,
            AttemptLedger ledger,
            EventPublisher publisher,
            Cancellations cancellations,
            Crew crew,
            WorkerCondition condition,
            BooleanSupplier onHold,
            Clock clock,
            MeterRegistry meters) {
        this.stage = stage;
        this.type = type;
        this.config = config;
        this.cancellations = cancellations;
        this.clock = clock;
        this.condition = condition;
        FailurePolicy policy = new FailurePolicy(config);
        this.deliveries = new Deliveries(
                "Stage " + stage.id(), publisher, policy, waits, condition, StageMetrics.deadLetters(stage, meters));
        this.work = new StageWork<>(
                stage,
                handler,
                config,
                policy,
                ledger,
                publisher,
                deliveries,
                cancellations,
                crew,
                condition,
                waits,
                onHold,
                clock,
                meters);
    }

    public Stage stage() {
        return stage;
    }

    /** How many jobs are worked on now. */
    public int activeJobs() {
        return work.activeJobs();
    }

    /** The jobs that are worked on now, the one that was begun first comes first. */
    public List<WorkerProcess.WorkingOn> jobs() {
        return work.running().stream()
                .map(attempt -> new WorkerProcess.WorkingOn(attempt.jobId(), attempt.began()))
                .toList();
    }

    /** How many jobs it has taken through the stage. */
    public long done() {
        return work.done();
    }

    /** How many jobs it has given up. */
    public long failed() {
        return work.failed();
    }

    /** How long its recent jobs took; empty if it has finished none. */
    public Optional<WorkDurations> recentWork() {
        return work.recentWork();
    }

    /** How many jobs can be worked on at a time. */
    public int capacity() {
        return config.concurrency();
    }

    /**
     * Does the work of one record, whichever lane's.
     *
     * @throws WorkerStoppingException if the worker shuts down and the record must not be acknowledged
     */
    public void take(ConsumerRecord<String, byte[]> record) {
        holdWhileShuttingDown();
        Topic topic = Topic.named(record.topic());
        I input;
        try {
            input = Json.readEvent(topic, type, record.value());
        } catch (UndecodableException e) {
            deliveries.deadLetter(topic, record, e.getMessage());
            return;
        }
        work(topic, record, input, EarlierAttempts.NONE);
    }

    /**
     * Waits until a retry is due and does its work; passes over retries of other stages.
     *
     * @throws WorkerStoppingException as with {@link #take}
     */
    public void retake(ConsumerRecord<String, byte[]> record) {
        holdWhileShuttingDown();
        RetryScheduled retry;
        try {
            retry = Json.readEvent(Topic.RETRY_SCHEDULED, RetryScheduled.class, record.value());
        } catch (UndecodableException e) {
            deliveries.deadLetter(Topic.RETRY_SCHEDULED, record, e.getMessage());
            return;
        }
        if (retry.stage() != stage || !type.isInstance(retry.input())) {
            return;
        }
        waits.until(retry.retryAt(), clock, () -> cancellations.isCancelled(retry.jobId()));
        work(Topic.RETRY_SCHEDULED, record, type.cast(retry.input()), EarlierAttempts.of(retry));
    }

    /**
     * Takes no more records, gives the jobs in hand {@code patience} to finish, then tells them to stop: what is left
     * stays unacknowledged.
     */
    void drain(Duration patience) throws InterruptedException {
        stopping = true;
        waits.stop();
        work.drain(patience);
        drained.countDown();
    }

    /**
     * While the jobs in hand finish, records that come are held and not worked on: were they refused at once, the
     * consumer would run through its whole backlog.
     */
    private void holdWhileShuttingDown() {
        if (!stopping) {
            return;
        }
        try {
            drained.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new WorkerStoppingException();
    }

    private void work(Topic from, ConsumerRecord<String, byte[]> record, I input, EarlierAttempts earlier) {
        try (JobSpan span = JobSpan.ofStage(stage, input.jobId(), record.headers())) {
            take(from, record, input, earlier);
        }
    }

    private void take(Topic from, ConsumerRecord<String, byte[]> record, I input, EarlierAttempts earlier) {
        try {
            work.take(input, earlier);
        } catch (WorkerStoppingException e) {
            throw e;
        } catch (RuntimeException defect) {
            condition.defect();
            LOG.errorf(defect, "Job %s cannot be taken through %s: a defect", input.jobId(), stage.id());
            fail(from, record, input, earlier);
        }
    }

    private void fail(Topic from, ConsumerRecord<String, byte[]> record, I input, EarlierAttempts earlier) {
        try {
            deliveries.publish(new StageFailed(
                    input.jobId(), clock.instant(), stage, earlier.count() + 1, JobError.of(ErrorCode.INTERNAL_ERROR)));
            work.countFailed();
        } catch (UnpublishableException e) {
            deliveries.deadLetter(from, record, "its failure cannot be published: " + e.getMessage());
        }
    }
}
