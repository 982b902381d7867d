package pl.paragon.api.forecast;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pl.paragon.api.health.SystemHealth;
import pl.paragon.api.health.Workers;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.pause.StagePauses;

/**
 * What an autoscaler multiplies: how much there is to be done by a stage, how long each takes, and whether it may be
 * done now; and beside it, for people, how much is done at a time. What is not known is NaN, so that nobody takes it
 * for nothing. See decision 42.
 */
@ApplicationScoped
class StageWorkMetrics {

    private final SystemHealth health;
    private final StagePauses pauses;

    StageWorkMetrics(SystemHealth health, StagePauses pauses) {
        this.health = health;
        this.pauses = pauses;
    }

    void register(@Observes StartupEvent startup, MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            register(
                    meters,
                    stage,
                    () -> health.backlog(stage),
                    () -> health.crews().get(stage),
                    () -> pauses.of(stage).isPresent());
        }
    }

    static void register(
            MeterRegistry meters,
            Stage stage,
            Supplier<OptionalLong> backlog,
            Supplier<Workers.Crew> crew,
            BooleanSupplier paused) {
        Metric.STAGE_BACKLOG.gauge(
                meters,
                () -> {
                    OptionalLong known = backlog.get();
                    return known.isPresent() ? known.getAsLong() : Double.NaN;
                },
                stage.id());
        Metric.STAGE_CAPACITY.gauge(meters, () -> crew.get().capacity(), stage.id());
        Metric.STAGE_JOB_SECONDS.gauge(
                meters,
                () -> StagePace.of(crew.get())
                        .map(pace -> seconds(pace.work().mean()))
                        .orElse(Double.NaN),
                stage.id());
        Metric.STAGE_PAUSED.gauge(meters, () -> paused.getAsBoolean() ? 1 : 0, stage.id());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
