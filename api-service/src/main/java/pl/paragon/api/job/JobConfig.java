package pl.paragon.api.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What clients are told of jobs. */
@ConfigMapping(prefix = "paragon.api")
interface JobConfig {

    /** The answer to an id that no job has. */
    @WithDefault("not-found")
    UnknownJob unknownJob();

    /** What a client is told to wait where the status cannot be told for the moment. */
    @WithDefault("2s")
    Duration retryAfter();

    /** What an unknown job looks like. */
    enum UnknownJob {
        /** 404 {@code JOB_NOT_FOUND}. */
        NOT_FOUND,
        /** PENDING for ever, as the predecessor had it. */
        PENDING
    }
}
