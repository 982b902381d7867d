package pl.paragon.worker.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.stage.StageContext;

/** One attempt while it runs: the context that the handler sees, and the handle by which it is stopped. */
public final class RunningWork implements StageContext {

    private static final Logger LOG = Logger.getLogger(RunningWork.class);

    private final JobId job;
    private final int attempt;
    private final Instant workStartedAt;
    private final WorkTime time;
    private final Clock clock;
    private final ToldSteps<StepStarted> steps;
    private final AtomicReference<StopReason> stop = new AtomicReference<>();
    private final List<Runnable> stopActions = new ArrayList<>();

    /** @param workStartedAt when the job's first stage began its work */
    public RunningWork(
            JobId job, int attempt, Instant workStartedAt, WorkTime time, EventPublisher publisher, Clock clock) {
        this(job, attempt, workStartedAt, time, publisher, clock, ToldSteps.ONCE_VISIBLE);
    }

    RunningWork(
            JobId job,
            int attempt,
            Instant workStartedAt,
            WorkTime time,
            EventPublisher publisher,
            Clock clock,
            Executor onceVisible) {
        this.job = job;
        this.attempt = attempt;
        this.workStartedAt = workStartedAt;
        this.time = time;
        this.clock = clock;
        this.steps = new ToldSteps<>(publisher::publishUnconfirmed, onceVisible);
    }

    @Override
    public JobId jobId() {
        return job;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Instant workStartedAt() {
        return workStartedAt;
    }

    @Override
    public Instant deadline() {
        return time.softDeadline();
    }

    @Override
    public void step(Step step) {
        checkpoint();
        steps.begin(new StepStarted(job, clock.instant(), step, attempt));
    }

    @Override
    public void checkpoint() {
        StopReason reason = stop.get();
        if (reason != null) {
            throw new WorkStoppedException(reason);
        }
    }

    @Override
    public Registration onStop(Runnable action) {
        synchronized (stopActions) {
            if (stop.get() == null) {
                stopActions.add(action);
                return () -> {
                    synchronized (stopActions) {
                        stopActions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /** When this attempt began. */
    public Instant began() {
        return time.began();
    }

    /** The attempt is over, and so is the telling of its steps. */
    public void end() {
        steps.end();
    }

    WorkTime time() {
        return time;
    }

    /** Why it was told to stop; empty if it was not. */
    Optional<StopReason> stopReason() {
        return Optional.ofNullable(stop.get());
    }

    /** Tells the work to stop; of several reasons the first stands. */
    public void stop(StopReason reason) {
        List<Runnable> actions;
        synchronized (stopActions) {
            if (!stop.compareAndSet(null, reason)) {
                return;
            }
            actions = List.copyOf(stopActions);
        }
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warnf(e, "A stop action of job %s failed", job);
            }
        }
    }
}
