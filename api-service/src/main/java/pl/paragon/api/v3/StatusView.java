package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import pl.paragon.api.forecast.Forecast;
import pl.paragon.api.health.Hold;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/**
 * {@code data} of a status answer.
 *
 * @param jobId as the client wrote it
 * @param status one of the predecessor's words
 * @param timestamp of this answer
 * @param state what only this status has
 * @param cancelRequested true as long as a cancel is neither confirmed nor too late, otherwise absent
 * @param waitingFor what holds the job up; absent if nothing is known to
 * @param eta how long it is until the job is done; absent if it has ended, and if nobody can say
 */
public record StatusView(
        String jobId,
        String status,
        Instant timestamp,
        @JsonUnwrapped State state,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean cancelRequested,

        @JsonInclude(JsonInclude.Include.NON_NULL) Waiting waitingFor,

        @JsonUnwrapped Eta eta) {

    /** What is said of a job beside its status. */
    public sealed interface State {}

    /** PENDING, STARTED and REVOKED. */
    public record Plain(
            String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) String filename) implements State {}

    /**
     * PROGRESS.
     *
     * @param step its id, e.g. {@code "OCR Quality Check"}
     * @param progress percent, 5–100
     * @param message the step's, in Polish, and what the job waits for
     * @param attempt which attempt of its stage the step is part of, from 1
     */
    public record InProgress(String step, int progress, String message, String filename, int attempt)
            implements State {}

    /** RETRY. */
    public record Retrying(String message, String filename, RetryInfo retryInfo) implements State {}

    /**
     * @param stage the stage that tries again
     * @param attempt the attempt that failed, from 1
     * @param error why, a Polish sentence for people
     */
    public record RetryInfo(
            String stage, int attempt, int maxAttempts, Instant retryAt, String error, ErrorDetails errorDetails) {

        static RetryInfo of(Fact.RetryPlanned plan) {
            return new RetryInfo(
                    plan.stage().id(),
                    plan.attempt(),
                    plan.maxAttempts(),
                    plan.retryAt(),
                    plan.error().message(),
                    ErrorDetails.of(plan.error(), plan.stage(), plan.attempt()));
        }
    }

    /**
     * A stage that the job has yet to pass waits: something is down, or an operator paused it. No attempt is used up.
     *
     * @param stage that waits
     * @param code what is down, e.g. {@code DATABASE_UNAVAILABLE}; {@code STAGE_PAUSED} of a pause
     * @param message the same, a Polish sentence for people
     * @param until when the stage goes on by itself; absent if nobody can say
     */
    public record Waiting(
            String stage,
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until) {}

    /**
     * SUCCESS.
     *
     * @param result a {@link pl.paragon.api.v3.result.ResultView} in JSON
     */
    public record Success(
            String message, String filename, @JsonRawValue String result) implements State {}

    /**
     * FAILURE.
     *
     * @param error why, a Polish sentence for people
     * @param errorDetails the same for machines
     */
    public record Failure(String message, String filename, String error, ErrorDetails errorDetails) implements State {}

    /** The predecessor's answer to every id that it did not know. */
    static StatusView unknown(String jobId, Instant now) {
        return new StatusView(
                jobId, "PENDING", now, new Plain("Task is waiting for execution", null), null, null, null);
    }

    /**
     * @param results the result of a job that succeeded, in JSON
     * @param holds what holds up stages
     * @param forecast when the job is likely to be done
     * @throws pl.paragon.api.result.ResultUnavailableException if it cannot be read now
     */
    static StatusView of(
            Job job,
            BiFunction<Job, JobStatus.Succeeded, String> results,
            Map<Stage, Hold> holds,
            Optional<Forecast> forecast,
            Instant now) {
        boolean cancelling = job.cancelRequested() && !job.status().ended();
        Optional<Waiting> waitingFor = waitingFor(job.status(), holds);
        return new StatusView(
                job.id().toString(),
                StatusWord.of(job.status()),
                now,
                state(job, results, waitingFor),
                cancelling ? true : null,
                waitingFor.orElse(null),
                forecast.map(Eta::of).orElse(null));
    }

    private static String message(Step step, Optional<Waiting> waitingFor) {
        return waitingFor
                .map(waiting -> step.message() + ". " + waiting.message())
                .orElse(step.message());
    }

    /** Of the stages from the job's own on, the first that waits: a job may be on its way to the next. */
    private static Optional<Waiting> waitingFor(JobStatus status, Map<Stage, Hold> holds) {
        return status.atStage().flatMap(own -> holds.entrySet().stream()
                .filter(stage -> stage.getKey().compareTo(own) >= 0)
                .min(Map.Entry.comparingByKey())
                .map(stage -> waiting(stage.getKey(), stage.getValue())));
    }

    private static Waiting waiting(Stage stage, Hold hold) {
        return new Waiting(
                stage.id(),
                hold.code(),
                hold.message(),
                hold.until().map(WireTime::of).orElse(null));
    }

    private static State state(
            Job job, BiFunction<Job, JobStatus.Succeeded, String> results, Optional<Waiting> waitingFor) {
        String filename = job.submission().filename();
        return switch (job.status()) {
            case JobStatus.Pending() -> new Plain("Task is waiting for execution", filename);
            case JobStatus.Started(var at) -> new Plain("Task has been started", filename);
            case JobStatus.Progress(var step, var attempt, var since) ->
                new InProgress(step.id(), step.progress(), message(step, waitingFor), filename, attempt);
            case JobStatus.Retrying(var plan) -> new Retrying("Task is being retried", filename, RetryInfo.of(plan));
            case JobStatus.Succeeded success ->
                new Success("Task completed successfully", filename, results.apply(job, success));
            case JobStatus.Failed(var stage, var attempts, var error, var at) ->
                new Failure("Task failed", filename, error.message(), ErrorDetails.of(error, stage, attempts));
            case JobStatus.Revoked(var at) -> new Plain("Task has been cancelled", filename);
        };
    }
}
