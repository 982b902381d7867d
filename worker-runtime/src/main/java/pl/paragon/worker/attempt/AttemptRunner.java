package pl.paragon.worker.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.StageHandler;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * Runs one attempt on a thread of its own, so that a handler that never returns costs its job alone: it is told to stop
 * at the soft limit and abandoned at the hard one.
 */
public final class AttemptRunner<I extends StageInput> {

    private final StageHandler<I> handler;
    private final Clock clock;

    public AttemptRunner(StageHandler<I> handler, Clock clock) {
        this.handler = handler;
        this.clock = clock;
    }

    /** Returns when the handler is done, or was told to stop and did, or is abandoned. */
    public AttemptOutcome run(I input, RunningWork work) {
        try (JobSpan span = JobSpan.part("attempt").with("paragon.attempt", work.attempt())) {
            AttemptOutcome outcome = runOnItsOwn(input, work);
            if (outcome instanceof AttemptOutcome.Broken(var error, var cause)) {
                span.failed(error.code().name());
            }
            return outcome;
        }
    }

    private AttemptOutcome runOnItsOwn(I input, RunningWork work) {
        CompletableFuture<JobEvent> result = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual()
                .name("job-" + work.jobId())
                .start(JobSpan.carriedTo(() -> handle(input, work, result)));
        try (StageContext.Registration interruption = work.onStop(thread::interrupt)) {
            return await(result, work);
        }
    }

    private void handle(I input, RunningWork work, CompletableFuture<JobEvent> result) {
        try {
            result.complete(handler.handle(input, work));
        } catch (Throwable t) {
            // An Error of one job (a native link failure, say) is this job's failure, not the worker's end.
            result.completeExceptionally(t);
        }
    }

    private AttemptOutcome await(CompletableFuture<JobEvent> result, RunningWork work) {
        try {
            return new AttemptOutcome.Done(get(result, work.time().softDeadline()));
        } catch (TimeoutException e) {
            return awaitStop(result, work, StopReason.TIME_LIMIT);
        } catch (ExecutionException e) {
            return outcome(e.getCause(), work);
        } catch (InterruptedException e) {
            return awaitStop(result, work, StopReason.SHUTDOWN);
        }
    }

    private AttemptOutcome awaitStop(CompletableFuture<JobEvent> result, RunningWork work, StopReason reason) {
        work.stop(reason);
        try {
            return new AttemptOutcome.Done(get(result, work.time().hardDeadline()));
        } catch (ExecutionException e) {
            return outcome(e.getCause(), work);
        } catch (TimeoutException | InterruptedException e) {
            return stopped(work.stopReason().orElse(reason), work); // abandoned: the thread is left behind
        }
    }

    private JobEvent get(CompletableFuture<JobEvent> result, Instant limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        long millis = Math.max(0, Duration.between(clock.instant(), limit).toMillis());
        return result.get(millis, TimeUnit.MILLISECONDS);
    }

    /** A failure after the work was told to stop is a consequence of that, not a failure of its own. */
    private static AttemptOutcome outcome(Throwable cause, RunningWork work) {
        return work.stopReason().map(reason -> stopped(reason, work)).orElseGet(() -> broken(cause));
    }

    private static AttemptOutcome broken(Throwable cause) {
        return switch (cause) {
            case WorkerStoppingException stopping -> new AttemptOutcome.Stopped(StopReason.SHUTDOWN);
            case StageException known -> new AttemptOutcome.Broken(known.error(), known);
            case BrokerUnavailableException down ->
                new AttemptOutcome.Broken(JobError.of(ErrorCode.BROKER_UNAVAILABLE), down);
            default -> new AttemptOutcome.Broken(JobError.of(ErrorCode.INTERNAL_ERROR), cause);
        };
    }

    private static AttemptOutcome stopped(StopReason reason, RunningWork work) {
        return switch (reason) {
            case CANCELLED, SHUTDOWN -> new AttemptOutcome.Stopped(reason);
            case TIME_LIMIT ->
                new AttemptOutcome.Broken(
                        JobError.of(
                                ErrorCode.TIME_LIMIT_EXCEEDED,
                                Map.of("limit", work.time().soft().toString())),
                        null);
        };
    }
}
