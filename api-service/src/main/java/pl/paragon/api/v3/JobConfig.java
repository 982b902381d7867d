package pl.paragon.api.v3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How status requests are answered. */
@ConfigMapping(prefix = "paragon.api")
public interface JobConfig {

    /** The answer to an id that no job has. */
    @WithDefault("not-found")
    UnknownJob unknownJob();

    /** {@code Retry-After} if the status is temporarily unavailable, or nobody can say when the job will be done. */
    @WithDefault("2s")
    Duration retryAfter();

    /** The longest {@code Retry-After} of a job that is not done: a forecast may be wrong. */
    @WithDefault("30s")
    Duration longestRetryAfter();

    /**
     * When it is worth asking for the status again, at least a second from now.
     *
     * @param eta of the job, or {@code null}
     */
    default Duration nextPoll(Eta eta) {
        Duration soonest = eta == null ? retryAfter() : eta.soonest();
        Duration bounded = soonest.compareTo(longestRetryAfter()) < 0 ? soonest : longestRetryAfter();
        return bounded.toSeconds() < 1 ? Duration.ofSeconds(1) : bounded;
    }

    /** How long a request waits for a change at most. */
    @WithDefault("60s")
    Duration longestWait();

    /** What an unknown job looks like. */
    enum UnknownJob {
        /** 404 {@code JOB_NOT_FOUND}. */
        NOT_FOUND,
        /** PENDING for ever, as the predecessor had it. */
        PENDING
    }
}
