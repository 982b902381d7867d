package pl.paragon.api.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the status of jobs is kept. */
@ConfigMapping(prefix = "paragon.status")
public interface StatusConfig {

    /**
     * How long a job's facts are kept after the last of them: as long as the topics keep theirs, so that a rebuilt
     * projection is the same one.
     */
    @WithDefault("7d")
    Duration retention();

    /** How long Redis may take to answer before it counts as unavailable. */
    @WithDefault("1s")
    Duration timeout();

    /** How often the projection checks its positions: a Redis that lost its memory is noticed after this time. */
    @WithDefault("1s")
    Duration verifyEvery();

    /** How long the projector waits before it tries again if Redis or the broker is unavailable. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** How many facts are written at a time: some 50 kB, which Redis takes in milliseconds. */
    @WithDefault("200")
    int batch();
}
