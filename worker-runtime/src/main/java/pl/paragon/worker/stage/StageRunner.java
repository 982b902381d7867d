package pl.paragon.worker.stage;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.ledger.AttemptLedger;

/**
 * Takes one record of a stage through everything that is the same in each worker, on the calling thread, and returns when the record may be acknowledged:
 *
 * <pre>
 *  decode ─▶ cancelled? ─▶ slot ─▶ note the start ─▶ handler ─▶ publish its fact ─▶ note the end ─▶ (caller acknowledges)
 *    │                              │                   │
 *    ▼ dead letter                  ▼ too many          ▼ failure: {@link FailurePolicy} gives up, retries later, or pauses here
 *                                     unfinished starts
 * </pre>
 *
 * Nothing is acknowledged before what follows from it is published, so the input record is the outbox, and whatever dies in between, the record comes again.
 * It throws only where the record must <em>not</em> be acknowledged: the worker is shutting down.
 */
public final class StageRunner<I extends StageInput> {

    private static final Logger LOG = Logger.getLogger(StageRunner.class);

    private final Stage stage;
    private final Topic topic;
    private final Class<I> type;
    private final AttemptRunner<I> attempts;
    private final FailurePolicy policy;
    private final StageConfig config;
    private final AttemptLedger ledger;
    private final EventPublisher publisher;
    private final Cancellations cancellations;
    private final Clock clock;
    private final StageMetrics metrics;
    private final Slots slots;
    private final Pauses pauses = new Pauses();
    private final Deliveries deliveries;
    private final Set<RunningWork> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopping = new AtomicBoolean();

    public StageRunner(
            Stage stage,
            Topic topic,
            Class<I> type,
            StageHandler<I> handler,
            StageConfig config,
            AttemptLedger ledger,
            EventPublisher publisher,
            Cancellations cancellations,
            Clock clock,
            MeterRegistry meters) {
        this.stage = stage;
        this.topic = topic;
        this.type = type;
        this.attempts = new AttemptRunner<>(handler, clock);
        this.policy = new FailurePolicy(config);
        this.config = config;
        this.ledger = ledger;
        this.publisher = publisher;
        this.cancellations = cancellations;
        this.clock = clock;
        this.slots = new Slots(config.jobsAtATime());
        this.metrics = new StageMetrics(stage, meters, running::size);
        this.deliveries = new Deliveries(
                "Stage " + stage.id(), publisher, policy, pauses, StageMetrics.deadLetters(stage, meters));
    }

    public Stage stage() {
        return stage;
    }

    /** How many jobs are worked on now. */
    public int activeJobs() {
        return running.size();
    }

    /** How many jobs can be worked on at a time. */
    public int capacity() {
        return config.jobsAtATime();
    }

    /**
     * Does the work of one record.
     *
     * @throws WorkerStoppingException where the worker shuts down and the record must not be acknowledged
     */
    public void take(ConsumerRecord<String, byte[]> record) {
        I input;
        try {
            input = Json.readEvent(topic, type, record.value());
        } catch (UndecodableException e) {
            deliveries.bury(topic, record, e);
            return;
        }
        work(input, 0);
    }

    /**
     * Waits until a retry is due and does its work; passes over retries of other stages.
     *
     * @throws WorkerStoppingException as with {@link #take}
     */
    public void retake(ConsumerRecord<String, byte[]> record) {
        RetryScheduled retry;
        try {
            retry = Json.readEvent(Topic.RETRY_SCHEDULED, RetryScheduled.class, record.value());
        } catch (UndecodableException e) {
            deliveries.bury(Topic.RETRY_SCHEDULED, record, e);
            return;
        }
        if (retry.stage() != stage || !type.isInstance(retry.input())) {
            return;
        }
        pauses.until(retry.retryAt(), clock, () -> cancellations.isCancelled(retry.jobId()));
        work(type.cast(retry.input()), retry.attempt());
    }

    /** Tells all running work to stop, and takes no more: what is not finished stays unacknowledged. */
    public void stop() {
        stopping.set(true);
        pauses.stop();
        slots.stop();
        running.forEach(work -> work.stop(StopReason.SHUTDOWN));
    }

    private void work(I input, int attemptsBefore) {
        for (int paused = 0; ; paused++) {
            if (cancellations.isCancelled(input.jobId())) {
                return; // the arbiter confirms the cancel; nothing is left to do here
            }
            switch (attempt(input, attemptsBefore, paused)) {
                case Next.Acknowledge() -> {
                    return;
                }
                case Next.Again(FailurePolicy.PauseFor pause) -> pauses.sleep(pause.pause());
            }
        }
    }

    /** What follows an attempt. */
    private sealed interface Next {
        record Acknowledge() implements Next {}

        record Again(FailurePolicy.PauseFor pause) implements Next {}
    }

    private Next attempt(I input, int attemptsBefore, int paused) {
        JobId job = input.jobId();
        int attempt = attemptsBefore + 1;
        try {
            int crashes = ledger.unfinished(job, stage);
            attempt += crashes;
            if (attempt > policy.maxAttempts()) {
                JobError error = JobError.of(ErrorCode.WORKER_CRASHED, Map.of("attempts", String.valueOf(attempt - 1)));
                return ended(job, handleFailure(input, attempt - 1, paused, error, null));
            }
            // A job that may have brought its worker down runs alone: if it does so again, no other job loses an
            // attempt with it.
            try (Slots.Slot slot = slots.take(crashes > 0)) {
                ledger.begin(job, stage);
                return ended(job, runAttempt(input, attempt, paused));
            } catch (WorkerStoppingException e) {
                forgetStart(job); // an orderly end of the worker is no crash
                throw e;
            }
        } catch (IOException e) {
            return handleFailure(
                    input,
                    attempt,
                    paused,
                    JobError.of(ErrorCode.STORE_UNAVAILABLE, Map.of("cause", String.valueOf(e))),
                    e);
        }
    }

    private Next runAttempt(I input, int attempt, int paused) {
        Instant began = clock.instant();
        Instant workStarted = input.workBegan().orElse(began);
        RunningWork work = new RunningWork(
                input.jobId(), attempt, workStarted, workStarted.plus(config.softLimit()), publisher, clock);
        running.add(work);
        AttemptOutcome outcome;
        try (Cancellations.Registration cancel =
                cancellations.onCancel(input.jobId(), () -> work.stop(StopReason.CANCELLED))) {
            if (stopping.get()) {
                work.stop(StopReason.SHUTDOWN);
            }
            outcome = attempts.run(input, work, workStarted.plus(config.hardLimit()));
        } finally {
            running.remove(work);
        }
        metrics.attempt(outcome, began, clock.instant());
        return switch (outcome) {
            case AttemptOutcome.Done(var result) -> {
                deliveries.publish(result);
                yield new Next.Acknowledge();
            }
            case AttemptOutcome.Broken(var error, var cause) -> handleFailure(input, attempt, paused, error, cause);
            case AttemptOutcome.Stopped(var reason) -> {
                if (reason == StopReason.SHUTDOWN) {
                    throw new WorkerStoppingException();
                }
                yield new Next.Acknowledge();
            }
        };
    }

    private Next handleFailure(I input, int attempt, int paused, JobError error, Throwable cause) {
        JobId job = input.jobId();
        return switch (policy.decide(error.code().type(), attempt, paused)) {
            case FailurePolicy.GiveUp() -> {
                LOG.log(
                        error.code().type() == ErrorType.BUG ? Logger.Level.ERROR : Logger.Level.INFO,
                        "Job " + job + " is given up by " + stage.id() + " after attempt " + attempt + ": "
                                + error.code() + " " + error.details(),
                        cause);
                deliveries.publish(new StageFailed(job, clock.instant(), stage, attempt, error));
                yield new Next.Acknowledge();
            }
            case FailurePolicy.RetryAfter(var delay) -> {
                Instant now = clock.instant();
                LOG.warnf(
                        "Job %s: attempt %d of %d failed in %s: %s %s; again in %s",
                        job, attempt, policy.maxAttempts(), stage.id(), error.code(), error.details(), delay);
                deliveries.publish(new RetryScheduled(
                        job, now, stage, attempt, policy.maxAttempts(), now.plus(delay), error, input));
                yield new Next.Acknowledge();
            }
            case FailurePolicy.PauseFor pause -> {
                LOG.warnf("Stage %s waits %s: %s %s", stage.id(), pause.pause(), error.code(), error.details());
                yield new Next.Again(pause);
            }
            case FailurePolicy.Bury() ->
                throw new IllegalStateException("a decoded record cannot be undecodable: " + error);
        };
    }

    private Next ended(JobId job, Next next) {
        forgetStart(job);
        return next;
    }

    private void forgetStart(JobId job) {
        try {
            ledger.end(job, stage);
        } catch (IOException e) {
            LOG.warnf("The end of job %s cannot be noted (%s): if it comes again, it counts as an attempt", job, e);
        }
    }
}
