package pl.paragon.worker.runner;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.publish.UnpublishableException;
import pl.paragon.worker.attempt.AttemptOutcome;
import pl.paragon.worker.attempt.AttemptRunner;
import pl.paragon.worker.attempt.FailurePolicy;
import pl.paragon.worker.attempt.RecentWork;
import pl.paragon.worker.attempt.RunningWork;
import pl.paragon.worker.attempt.StopReason;
import pl.paragon.worker.attempt.WorkTime;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.ledger.AttemptLedger;
import pl.paragon.worker.stage.StageConfig;
import pl.paragon.worker.stage.StageHandler;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * Takes one job through a stage:
 *
 * <pre>
 *  cancelled? ─▶ begun elsewhere? ─▶ slot ─▶ note the start ─▶ handler ─▶ publish its event ─▶ forget the start
 *                  │                              │               │
 *                  ▼ by the living: wait          ▼ too many      ▼ failure: {@link FailurePolicy} gives up,
 *                    by the dead: an attempt        crashes          retries later, or waits here
 * </pre>
 *
 * While an operator has paused the stage there are no slots. Each wait ends with the job's cancel and with the worker's
 * shutdown.
 */
final class StageWork<I extends StageInput> {

    private static final Logger LOG = Logger.getLogger(StageWork.class);
    /** How often to look whether a job that is worked on elsewhere is done there. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Stage stage;
    private final AttemptRunner<I> attempts;
    private final StageConfig config;
    private final FailurePolicy policy;
    private final AttemptLedger ledger;
    private final EventPublisher publisher;
    private final Deliveries deliveries;
    private final Cancellations cancellations;
    private final Crew crew;
    private final WorkerCondition condition;
    private final Waits waits;
    private final Clock clock;
    private final StageMetrics metrics;
    private final RecentWork recent = new RecentWork();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Slots slots;
    private final JobsInHand inHand = new JobsInHand();
    private final Set<RunningWork> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    StageWork(
            Stage stage,
            StageHandler<I> handler,
            StageConfig config,
            FailurePolicy policy,
            AttemptLedger ledger,
            EventPublisher publisher,
            Deliveries deliveries,
            Cancellations cancellations,
            Crew crew,
            WorkerCondition condition,
            Waits waits,
            BooleanSupplier onHold,
            Clock clock,
            MeterRegistry meters) {
        this.stage = stage;
        this.attempts = new AttemptRunner<>(handler, clock);
        this.config = config;
        this.policy = policy;
        this.ledger = ledger;
        this.publisher = publisher;
        this.deliveries = deliveries;
        this.cancellations = cancellations;
        this.crew = crew;
        this.condition = condition;
        this.waits = waits;
        this.clock = clock;
        this.slots = new Slots(config.concurrency(), config.bulkShare(), onHold);
        this.metrics = new StageMetrics(stage, meters, running::size, condition);
    }

    int activeJobs() {
        return running.size();
    }

    /** The attempts that run now, the oldest first. */
    List<RunningWork> running() {
        return running.stream().sorted(Comparator.comparing(RunningWork::began)).toList();
    }

    long done() {
        return done.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** Counts a job that the stage has given up. */
    void countFailed() {
        failed.increment();
    }

    Optional<WorkDurations> recentWork() {
        return recent.durations();
    }

    /** Starts nothing more, waits for what runs, then stops it. */
    void drain(Duration patience) throws InterruptedException {
        slots.stop();
        inHand.awaitNone(patience);
        stopped = true;
        running.forEach(work -> work.stop(StopReason.SHUTDOWN));
    }

    /** Returns when the job has left this stage and its record may be acknowledged. */
    void take(I input, EarlierAttempts earlier) {
        int pausesBefore = 0;
        Duration waitedForOthers = Duration.ZERO;
        while (!cancelled(input)) { // of a cancelled job the arbiter confirms the cancel; nothing is left to do here
            switch (attempt(input, earlier, pausesBefore, waitedForOthers)) {
                case Next.Acknowledge() -> {
                    return;
                }
                case Next.AfterPause(var pause, var reason) -> {
                    pausesBefore++;
                    try (WorkerCondition.Wait wait = condition.waiting(reason)) {
                        waits.sleep(pause, () -> cancelled(input));
                    }
                }
                case Next.AfterOthers() -> {
                    if (waitedForOthers.isZero()) {
                        metrics.repeats(Repetition.REDELIVERY);
                    }
                    waitedForOthers = waitedForOthers.plus(GLANCE);
                    waits.sleep(GLANCE);
                }
            }
        }
    }

    private boolean cancelled(I input) {
        return cancellations.isCancelled(input.jobId());
    }

    /** What follows an attempt. */
    private sealed interface Next {
        record Acknowledge() implements Next {}

        /** Something is down. */
        record AfterPause(Duration pause, ErrorCode reason) implements Next {}

        /** A living worker, this one perhaps, is still at the job, or it is not known yet whether it lives. */
        record AfterOthers() implements Next {}
    }

    private Next attempt(I input, EarlierAttempts earlier, int pausesBefore, Duration waitedForOthers) {
        JobId job = input.jobId();
        if (!inHand.begin(job)) {
            return new Next.AfterOthers();
        }
        int attempt = earlier.count() + 1;
        try {
            Set<Incarnation> crashed = new HashSet<>(ledger.unfinished(job, stage));
            crashed.remove(crew.self()); // an earlier end of ours that could not be noted
            if (mayBeWorkedOnElsewhere(crashed, waitedForOthers)) {
                return new Next.AfterOthers();
            }
            return attempt(input, earlier, crashed, pausesBefore);
        } catch (NoSuchFileException e) {
            // Cancelled or deleted, which the arbiter knows and this worker may not: the end that stands is published.
            return handleFailure(
                    input, attempt, earlier.workSpent(), pausesBefore, JobError.of(ErrorCode.FILE_MISSING), e);
        } catch (IOException e) {
            return handleFailure(
                    input, attempt, earlier.workSpent(), pausesBefore, JobError.of(ErrorCode.STORE_UNAVAILABLE), e);
        } finally {
            inHand.end(job);
        }
    }

    /** Whoever is at a job longer than any work may take has forgotten to note its end. */
    private boolean mayBeWorkedOnElsewhere(Set<Incarnation> starts, Duration waitedForOthers) {
        if (waitedForOthers.compareTo(config.hardLimit()) > 0) {
            starts.removeIf(worker -> switch (crew.of(worker)) {
                case ALIVE -> true;
                case DEAD, UNKNOWN -> false;
            });
            return false;
        }
        return starts.stream().anyMatch(worker -> switch (crew.of(worker)) {
            case ALIVE, UNKNOWN -> true;
            case DEAD -> false;
        });
    }

    private Next attempt(I input, EarlierAttempts earlier, Set<Incarnation> crashed, int pausesBefore)
            throws IOException {
        JobId job = input.jobId();
        int attempt = earlier.count() + crashed.size() + 1;
        if (attempt > policy.maxAttempts()) {
            JobError error = JobError.of(ErrorCode.WORKER_CRASHED, Map.of("attempts", String.valueOf(attempt - 1)));
            Next next = handleFailure(input, attempt - 1, earlier.workSpent(), pausesBefore, error, null);
            forgetStarts(job, crashed);
            return next;
        }
        // A job that may have brought its worker down runs alone: if it does so again, no other job loses an attempt.
        Optional<Slots.Slot> granted =
                slots.take(input.submission().lane(), !crashed.isEmpty(), () -> cancelled(input));
        if (granted.isEmpty()) {
            return new Next.Acknowledge();
        }
        try (Slots.Slot slot = granted.get()) {
            ledger.begin(job, stage, crew.self());
            Repetition.of(earlier.count(), crashed.size(), pausesBefore)
                    .ifPresentOrElse(metrics::repeats, () -> metrics.begins(input.occurredAt(), clock.instant()));
            Next next = runAttempt(input, attempt, earlier.workSpent(), pausesBefore);
            forgetStarts(job, crashed);
            return next;
        } finally {
            forgetStarts(job, Set.of(crew.self())); // also when the worker shuts down: an orderly end is no crash
        }
    }

    private Next runAttempt(I input, int attempt, Duration spentBefore, int pausesBefore) {
        Instant began = clock.instant();
        WorkTime time = new WorkTime(began, spentBefore, config.softLimit(), config.hardLimit());
        RunningWork work =
                new RunningWork(input.jobId(), attempt, input.workBegan().orElse(began), time, publisher, clock);
        AttemptOutcome outcome = run(input, work);
        Instant ended = clock.instant();
        metrics.attempt(outcome, began, ended);
        return switch (outcome) {
            case AttemptOutcome.Done(var result) -> {
                recent.took(Duration.between(began, ended));
                try {
                    deliveries.publish(result);
                } catch (UnpublishableException e) {
                    yield handleFailure(
                            input, attempt, spentBefore, pausesBefore, JobError.of(ErrorCode.INTERNAL_ERROR), e);
                }
                done.increment();
                yield new Next.Acknowledge();
            }
            case AttemptOutcome.Broken(var error, var cause) -> {
                Duration spent = spentBefore.plus(Duration.between(began, ended));
                yield handleFailure(input, attempt, spent, pausesBefore, error, cause);
            }
            case AttemptOutcome.Stopped(var reason) ->
                switch (reason) {
                    case SHUTDOWN -> throw new WorkerStoppingException();
                    case CANCELLED, TIME_LIMIT -> new Next.Acknowledge();
                };
        };
    }

    private AttemptOutcome run(I input, RunningWork work) {
        running.add(work);
        try (Cancellations.Registration cancel =
                cancellations.onCancel(input.jobId(), () -> work.stop(StopReason.CANCELLED))) {
            if (stopped) {
                work.stop(StopReason.SHUTDOWN);
            }
            return attempts.run(input, work);
        } finally {
            work.end();
            running.remove(work);
        }
    }

    /**
     * @param spent what the stage worked on the job so far; an attempt that ends in a pause counts for nothing, since
     *     it waited for what is down
     */
    private Next handleFailure(
            I input, int attempt, Duration spent, int pausesBefore, JobError error, Throwable cause) {
        JobId job = input.jobId();
        return switch (policy.decide(error.code().type(), attempt, pausesBefore)) {
            case FailurePolicy.GiveUp() -> {
                LOG.log(
                        error.code().type() == ErrorType.BUG ? Logger.Level.ERROR : Logger.Level.INFO,
                        "Job " + job + " is given up by " + stage.id() + " after attempt " + attempt + ": "
                                + error.code() + " " + error.details(),
                        cause);
                deliveries.publish(new StageFailed(job, clock.instant(), stage, attempt, error));
                countFailed();
                yield new Next.Acknowledge();
            }
            case FailurePolicy.RetryAfter(var delay) -> {
                Instant now = clock.instant();
                LOG.warnf(
                        "Job %s: attempt %d of %d failed in %s: %s %s%s; again in %s",
                        job,
                        attempt,
                        policy.maxAttempts(),
                        stage.id(),
                        error.code(),
                        error.details(),
                        said(cause),
                        delay);
                deliveries.publish(new RetryScheduled(
                        job, now, stage, attempt, policy.maxAttempts(), now.plus(delay), error, input, spent));
                yield new Next.Acknowledge();
            }
            case FailurePolicy.PauseFor(var pause) -> {
                LOG.warnf(
                        "Job %s: stage %s waits %s: %s %s%s",
                        job, stage.id(), pause, error.code(), error.details(), said(cause));
                yield new Next.AfterPause(pause, error.code());
            }
            case FailurePolicy.DeadLetter() ->
                throw new IllegalStateException("a decoded record cannot be undecodable: " + error);
        };
    }

    private static String said(Throwable cause) {
        return cause == null ? "" : " (" + cause + ")";
    }

    private void forgetStarts(JobId job, Set<Incarnation> workers) {
        try {
            ledger.end(job, stage, workers);
        } catch (IOException e) {
            LOG.warnf("The end of job %s cannot be noted: %s", job, e);
        }
    }
}
