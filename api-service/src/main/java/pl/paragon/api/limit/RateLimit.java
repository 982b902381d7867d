package pl.paragon.api.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.metrics.Metric;

/**
 * Whether a user may submit one more job now. All gateways count together; while Redis is unavailable or slow, each
 * counts what it has accepted itself, so that nobody is refused because of Redis, and nobody waits for it.
 */
@Startup // its metrics are shown before the first request
@ApplicationScoped
public class RateLimit {

    private static final Logger LOG = Logger.getLogger(RateLimit.class);

    private final boolean enabled;
    private final Policies policies;
    private final Window shared;
    private final LocalWindow local;
    private final Duration pause;
    private final Clock clock;
    private final Counter decidedAlone;

    /** Redis is not asked before this. */
    private volatile Instant pausedUntil = Instant.MIN;

    RateLimit(RateLimitConfig config, Window shared, Clock clock, MeterRegistry meters) {
        this.enabled = config.enabled();
        this.policies = new Policies(config);
        this.shared = shared;
        this.local = new LocalWindow(clock);
        this.pause = config.pause();
        this.clock = clock;
        this.decidedAlone = Metric.RATE_LIMIT_DECIDED_ALONE.counter(meters);
    }

    /** Whether a job is within the limit. */
    public sealed interface Verdict {}

    /** @param quota what is left; empty if there is no limit */
    public record Within(Optional<Quota> quota) implements Verdict {}

    public record Exceeded(Quota quota) implements Verdict {}

    /** Takes a place for a job, if one is free; {@link #giveBack} if the job is not accepted after all. */
    public Verdict take(LimitedUser user, JobId job) {
        if (!enabled) {
            return new Within(Optional.empty());
        }
        Policy policy = policies.of(user);
        Optional<Window.Answer> answer = askShared(window -> window.take(user, policy, job));
        answer.filter(Window.Answer::granted).ifPresent(place -> local.record(user, policy, job));
        return verdict(answer.orElseGet(() -> alone(() -> local.take(user, policy, job))));
    }

    /** Whether a batch of one file would be within the limit. */
    public Verdict lookAtBatches(LimitedUser user) {
        return look(user.inBatches());
    }

    /** Takes a place for each file of a batch, or none at all. */
    public Verdict takeAll(LimitedUser user, List<JobId> batch) {
        LimitedUser batching = user.inBatches();
        if (look(batching) instanceof Within(var quota)
                && quota.isPresent()
                && quota.get().remaining() < batch.size()) {
            return new Exceeded(quota.get());
        }
        Verdict last = new Within(Optional.empty());
        for (int i = 0; i < batch.size(); i++) {
            last = take(batching, batch.get(i));
            if (last instanceof Exceeded) {
                batch.subList(0, i).forEach(job -> giveBack(batching, job));
                return last;
            }
        }
        return last;
    }

    /** Files of a batch that had taken places were not accepted. */
    public void giveAllBack(LimitedUser user, List<JobId> batch) {
        batch.forEach(job -> giveBack(user.inBatches(), job));
    }

    /** What {@link #take} would answer now. */
    public Verdict look(LimitedUser user) {
        if (!enabled) {
            return new Within(Optional.empty());
        }
        Policy policy = policies.of(user);
        return verdict(askShared(window -> window.look(user, policy)).orElseGet(() -> local.look(user, policy)));
    }

    /** A job that had taken a place was not accepted. */
    public void giveBack(LimitedUser user, JobId job) {
        if (enabled) {
            local.giveBack(user, job);
            askShared(window -> {
                window.giveBack(user, job);
                return true;
            });
        }
    }

    private static Verdict verdict(Window.Answer answer) {
        return answer.granted() ? new Within(Optional.of(answer.quota())) : new Exceeded(answer.quota());
    }

    private Window.Answer alone(Supplier<Window.Answer> decision) {
        decidedAlone.increment();
        return decision.get();
    }

    /** Empty if Redis is unavailable, or was a moment ago. */
    private <T> Optional<T> askShared(Function<Window, T> question) {
        if (clock.instant().isBefore(pausedUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(shared));
        } catch (RedisUnavailableException e) {
            LOG.warnf("This gateway limits uploads by itself for %s: %s", pause, e.getMessage());
            pausedUntil = clock.instant().plus(pause);
            return Optional.empty();
        }
    }
}
