package pl.paragon.api.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.Stage;

/**
 * How long it is until a job is done.
 *
 * @param likely as long as not
 * @param soonest one job in ten is done earlier, or so
 * @param latest one in ten is done later, or so
 */
public record Forecast(Duration likely, Duration soonest, Duration latest) {

    private static final Forecast NOTHING = new Forecast(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Nine in ten of normally distributed values are below the mean and so many standard deviations. */
    private static final double NINE_TENTHS = 1.28;

    /** By which factor: so {@code benchmarks/run forecasts}. */
    private static final double PACE_CHANGES = 1.75;

    /**
     * The stages are a line of queues: what a job has to wait for is those before it at the slowest stage that is yet
     * to come; while they wait there, it passes the other queues. At a paused stage those before it wait for the
     * pause's end first. What follows is its own work. Empty if the job has ended, or if a stage that it has yet to
     * pass has no pace.
     *
     * @param before how many jobs are likely to be done earlier
     * @param pauses how long stages stay paused; the others are absent
     */
    static Optional<Forecast> of(
            JobStatus status, long before, Map<Stage, StagePace> paces, Map<Stage, Duration> pauses, Instant now) {
        Optional<Stage> own = status.atStage();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Stage> ahead = Arrays.stream(Stage.values())
                .filter(stage -> stage.compareTo(own.get()) >= 0)
                .toList();
        if (!paces.keySet().containsAll(ahead)) {
            return Optional.empty();
        }
        // A retry has a queue of its own, in which it waits for its time.
        boolean queues = status instanceof JobStatus.Pending;
        Forecast queue = ahead.stream()
                .filter(stage -> queues || stage != own.get())
                .map(stage -> later(queue(before, paces.get(stage).interval()), left(pauses, stage)))
                .reduce(Forecast.NOTHING, Forecast::longer);
        Forecast work = ahead.stream()
                .map(stage -> stage == own.get()
                        ? rest(status, paces.get(stage), left(pauses, stage), now)
                        : whole(paces.get(stage)))
                .reduce(Forecast.NOTHING, Forecast::then);
        return Optional.of(queue.then(work));
    }

    /**
     * Durations of jobs are about as scattered as long, so the sum over n of them is known to one part in √n. But all
     * of them differ from the last hundred if what is uploaded, or what else the machine does, has changed. Both are
     * factors, since work may come to take twice as long, but not to take no time.
     */
    private static Forecast queue(long before, Duration interval) {
        if (before == 0) {
            return NOTHING;
        }
        Duration likely = interval.multipliedBy(before);
        double factor = Math.exp(Math.hypot(NINE_TENTHS / Math.sqrt(before), Math.log(PACE_CHANGES)));
        return new Forecast(likely, times(likely, 1 / factor), times(likely, factor));
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }

    private static Forecast whole(StagePace pace) {
        return new Forecast(
                pace.work().typical(), pace.work().low(), pace.work().high());
    }

    /** What is left of the job's work in its own stage. */
    private static Forecast rest(JobStatus status, StagePace pace, Duration paused, Instant now) {
        return switch (status) {
            case JobStatus.Started(var since) -> rest(whole(pace), since, now);
            case JobStatus.Progress(var step, var attempt, var since) -> rest(whole(pace), since, now);
            case JobStatus.Retrying(var plan) ->
                later(whole(pace), longer(notNegative(Duration.between(now, plan.retryAt())), paused));
            default -> whole(pace);
        };
    }

    /**
     * Of work that is going on. Once it has taken longer than most, half as long again is as good a guess as any.
     */
    private static Forecast rest(Forecast whole, Instant since, Instant now) {
        Duration gone = notNegative(Duration.between(since, now));
        Duration likely = gone.compareTo(whole.likely()) < 0
                ? whole.likely().minus(gone)
                : notNegative(whole.latest().minus(gone)).dividedBy(2);
        Duration latest = gone.compareTo(whole.latest()) < 0 ? whole.latest().minus(gone) : gone.dividedBy(2);
        return new Forecast(
                shorter(likely, latest), shorter(notNegative(whole.soonest().minus(gone)), likely), latest);
    }

    private Forecast then(Forecast next) {
        return new Forecast(likely.plus(next.likely), soonest.plus(next.soonest), latest.plus(next.latest));
    }

    private static Forecast later(Forecast forecast, Duration wait) {
        return new Forecast(wait, wait, wait).then(forecast);
    }

    private Forecast longer(Forecast other) {
        return likely.compareTo(other.likely) < 0 ? other : this;
    }

    private static Duration left(Map<Stage, Duration> pauses, Stage stage) {
        return pauses.getOrDefault(stage, Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
