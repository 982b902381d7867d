package pl.paragon.api.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pl.paragon.api.health.SystemHealth;
import pl.paragon.api.lane.Lanes;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;

/** Says how long it is until a job is done, from what this gateway has heard. Asks nobody. */
@ApplicationScoped
public class Forecasts {

    private final Lanes lanes;
    private final SystemHealth health;
    private final StagePauses pauses;
    private final Clock clock;

    Forecasts(Lanes lanes, SystemHealth health, StagePauses pauses, Clock clock) {
        this.lanes = lanes;
        this.health = health;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Empty if the job has ended, and if nobody can say: a stage that it has yet to pass has no worker, waits for
     * something that is down, or has not finished a job since its workers started; or the job waits, and this gateway
     * does not know behind how many others.
     */
    public Optional<Forecast> of(Job job) {
        if (job.status().ended()) {
            return Optional.empty();
        }
        OptionalLong before = lanes.before(job.id());
        return before.isEmpty() && job.status() instanceof JobStatus.Pending
                ? Optional.empty()
                : Forecast.of(job.status(), before.orElse(0), paces(), pausesLeft(), clock.instant());
    }

    private Map<Stage, Duration> pausesLeft() {
        Instant now = clock.instant();
        Map<Stage, Duration> left = new EnumMap<>(Stage.class);
        pauses.lasting().forEach((stage, pause) -> left.put(stage, Duration.between(now, pause.until())));
        return left;
    }

    private Map<Stage, StagePace> paces() {
        Map<Stage, StagePace> paces = new EnumMap<>(Stage.class);
        health.crews().forEach((stage, crew) -> {
            if (crew.waitsFor().isEmpty()) {
                StagePace.of(crew).ifPresent(pace -> paces.put(stage, pace));
            }
        });
        return paces;
    }
}
