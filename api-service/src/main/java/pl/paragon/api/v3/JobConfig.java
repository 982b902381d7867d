package pl.paragon.api.v3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How status requests are answered. */
@ConfigMapping(prefix = "paragon.api")
interface JobConfig {

    /** The answer to an id that no job has. */
    @WithDefault("not-found")
    UnknownJob unknownJob();

    /** {@code Retry-After} if the status is temporarily unavailable. */
    @WithDefault("2s")
    Duration retryAfter();

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
