package pl.paragon.worker.runner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.worker.attempt.AttemptOutcome;
import pl.paragon.worker.condition.WorkerCondition;

/** What Prometheus sees of a stage. */
final class StageMetrics {

    private static final String DONE = "done";
    private static final String NO_ERROR = "none";

    private final Stage stage;
    private final MeterRegistry meters;
    private final Timer wait;

    StageMetrics(Stage stage, MeterRegistry meters, Supplier<Number> activeJobs, WorkerCondition condition) {
        this.stage = stage;
        this.meters = meters;
        Metric.STAGE_ACTIVE_JOBS.gauge(meters, activeJobs, stage.id());
        Arrays.stream(ErrorCode.values())
                .filter(code -> code.type() == ErrorType.DEPENDENCY_DOWN)
                .forEach(reason ->
                        Metric.STAGE_WAITING.gauge(meters, () -> condition.waits(reason), stage.id(), reason.name()));
        Metric.STAGE_ATTEMPT.timer(meters, stage.id(), DONE, NO_ERROR);
        this.wait = Metric.STAGE_WAIT.timer(meters, stage.id());
        Arrays.stream(Repetition.values()).forEach(this::repetitions);
    }

    /** @param handed when the job was handed to the stage */
    void begins(Instant handed, Instant now) {
        wait.record(Duration.between(handed, now));
    }

    void repeats(Repetition cause) {
        repetitions(cause).increment();
    }

    private Counter repetitions(Repetition cause) {
        return Metric.STAGE_REPETITIONS.counter(meters, stage.id(), cause.toString());
    }

    void attempt(AttemptOutcome outcome, Instant began, Instant ended) {
        Metric.STAGE_ATTEMPT
                .timer(meters, stage.id(), name(outcome), error(outcome))
                .record(Duration.between(began, ended));
    }

    /** How many records of a stage went to a dead letter topic, whichever of its runners met them. */
    static Counter deadLetters(Stage stage, MeterRegistry meters) {
        return Metric.STAGE_DEAD_LETTERS.counter(meters, stage.id());
    }

    private static String name(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Done done -> DONE;
            case AttemptOutcome.Broken broken -> "failed";
            case AttemptOutcome.Stopped stopped -> "stopped";
        };
    }

    private static String error(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Broken(var error, var cause) -> error.code().name();
            case AttemptOutcome.Done done -> NO_ERROR;
            case AttemptOutcome.Stopped(var reason) -> reason.name();
        };
    }
}
