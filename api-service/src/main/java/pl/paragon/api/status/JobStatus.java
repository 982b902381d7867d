package pl.paragon.api.status;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/**
 * Where a job stands: a pure function of its facts, whatever their order and however often they were delivered.
 *
 * <pre>
 *  Pending ─▶ Started ─▶ Progress ⇄ Retrying ─▶ Succeeded | Failed | Revoked
 * </pre>
 *
 * Only the arbiter ends a job. Progress never goes back: a step that is redelivered, or late, changes nothing.
 * {@link Fact#lasting The facts that are kept} of a finished job give the same status as all its facts.
 */
public sealed interface JobStatus {

    /**
     * Of two facts with one name, the earlier counts. Two different ones with the same instant do not occur; if they
     * did, the result would still not depend on their order.
     */
    Comparator<Fact> EARLIEST_FIRST = Comparator.comparing(Fact::at).thenComparing(Object::toString);

    /** Accepted; no worker has begun. */
    record Pending() implements JobStatus {}

    /** Work has begun, but no step is known: progress is published without confirmation and may be lost. */
    record Started(Instant at) implements JobStatus {}

    /** @param attempt which attempt of the step's stage this is */
    record Progress(Step step, int attempt, Instant since) implements JobStatus {}

    /** An attempt failed on a transient fault; the next is due at {@code plan.retryAt()}. */
    record Retrying(Fact.RetryPlanned plan) implements JobStatus {}

    /** Saved, and the reference to the result has arrived. */
    record Succeeded(JobEnded.Saved saved, Fact.ResultReady result, Instant at) implements JobStatus {}

    record Failed(Stage stage, int attempts, JobError error, Instant at) implements JobStatus {}

    /** Cancelled, as the arbiter confirmed. */
    record Revoked(Instant at) implements JobStatus {}

    /** Whether the status is final. */
    default boolean ended() {
        return switch (this) {
            case Pending p -> false;
            case Started s -> false;
            case Progress p -> false;
            case Retrying r -> false;
            case Succeeded s -> true;
            case Failed f -> true;
            case Revoked r -> true;
        };
    }

    /** The stage that the job is in, or waits for, as far as its status says; empty if it has ended. */
    default Optional<Stage> atStage() {
        return switch (this) {
            case Pending p -> Optional.of(Stage.OCR);
            case Started s -> Optional.of(Stage.OCR);
            case Progress progress -> Optional.of(progress.step().stage());
            case Retrying retrying -> Optional.of(retrying.plan().stage());
            case Succeeded s -> Optional.empty();
            case Failed f -> Optional.empty();
            case Revoked r -> Optional.empty();
        };
    }

    /** The status of a job with these facts. */
    static JobStatus fold(Collection<? extends Fact> facts) {
        return first(facts, Fact.Ended.class).map(ended -> ended(ended, facts)).orElseGet(() -> unfinished(facts));
    }

    /** The fact of a kind that a job has only once. */
    static <F extends Fact> Optional<F> first(Collection<? extends Fact> facts, Class<F> kind) {
        return all(facts, kind).min(EARLIEST_FIRST);
    }

    private static <F extends Fact> Stream<F> all(Collection<? extends Fact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static JobStatus ended(Fact.Ended ended, Collection<? extends Fact> facts) {
        return switch (ended.outcome()) {
            case JobEnded.Saved saved ->
                first(facts, Fact.ResultReady.class)
                        .<JobStatus>map(result -> new Succeeded(saved, result, ended.at()))
                        // The result was published before the job ended, so it will arrive.
                        .orElseGet(() -> new Progress(Step.FINALIZATION, lastAttempt(facts), ended.at()));
            case JobEnded.Failed(var stage, var attempts, var error) -> new Failed(stage, attempts, error, ended.at());
            case JobEnded.Cancelled() -> new Revoked(ended.at());
        };
    }

    private static JobStatus unfinished(Collection<? extends Fact> facts) {
        return furthest(facts).map(JobStatus::at).orElseGet(() -> first(facts, Fact.ResultReady.class)
                .<JobStatus>map(result -> new Started(result.workStartedAt()))
                .orElseGet(Pending::new));
    }

    private static JobStatus at(Fact.Milestone milestone) {
        return switch (milestone) {
            case Fact.StepBegan(var step, var attempt, var at) -> new Progress(step, attempt, at);
            case Fact.RetryPlanned plan -> new Retrying(plan);
        };
    }

    private static Optional<Fact.Milestone> furthest(Collection<? extends Fact> facts) {
        return all(facts, Fact.Milestone.class)
                .min(Comparator.comparing(Fact.Milestone::position, Comparator.reverseOrder())
                        .thenComparing(EARLIEST_FIRST));
    }

    /** The attempt that saved a job: the one after the last that failed. */
    private static int lastAttempt(Collection<? extends Fact> facts) {
        return furthest(facts)
                .map(milestone -> switch (milestone) {
                    case Fact.StepBegan(var step, var attempt, var at)
                    when step.stage() == Step.FINALIZATION.stage() -> attempt;
                    case Fact.RetryPlanned plan when plan.stage() == Step.FINALIZATION.stage() -> plan.attempt() + 1;
                    case Fact.StepBegan elsewhere -> 1;
                    case Fact.RetryPlanned elsewhere -> 1;
                })
                .orElse(1);
    }
}
