package pl.paragon.worker.runner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.attempt.AttemptOutcome;
import pl.paragon.worker.condition.WorkerCondition;

/**
 * What Prometheus sees of a stage: {@code paragon_stage_attempt_seconds} by outcome and error code,
 * {@code paragon_stage_active_jobs}, {@code paragon_stage_waiting} by reason, {@code paragon_stage_dead_letters_total}.
 */
final class StageMetrics {

    private final Stage stage;
    private final MeterRegistry meters;

    StageMetrics(Stage stage, MeterRegistry meters, Supplier<Number> activeJobs, WorkerCondition condition) {
        this.stage = stage;
        this.meters = meters;
        Gauge.builder("paragon.stage.active.jobs", activeJobs)
                .description("Jobs that are worked on now")
                .tag("stage", stage.id())
                .register(meters);
        Arrays.stream(ErrorCode.values())
                .filter(code -> code.type() == ErrorType.DEPENDENCY_DOWN)
                .forEach(reason -> Gauge.builder("paragon.stage.waiting", () -> condition.waits(reason))
                        .description("Jobs that wait in place for something that is down")
                        .tag("stage", stage.id())
                        .tag("reason", reason.name())
                        .register(meters));
    }

    void attempt(AttemptOutcome outcome, Instant began, Instant ended) {
        Timer.builder("paragon.stage.attempt")
                .description("Attempts at a job by a stage")
                .tag("stage", stage.id())
                .tag("outcome", name(outcome))
                .tag("error", error(outcome))
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.between(began, ended));
    }

    /** How many records of a stage went to a dead letter topic, whichever of its runners met them. */
    static Counter deadLetters(Stage stage, MeterRegistry meters) {
        return Counter.builder("paragon.stage.dead.letters")
                .description("Records that could not be processed and were dead-lettered")
                .tag("stage", stage.id())
                .register(meters);
    }

    private static String name(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Done done -> "done";
            case AttemptOutcome.Broken broken -> "failed";
            case AttemptOutcome.Stopped stopped -> "stopped";
        };
    }

    private static String error(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Broken(var error, var cause) -> error.code().name();
            case AttemptOutcome.Done done -> "none";
            case AttemptOutcome.Stopped(var reason) -> reason.name();
        };
    }
}
