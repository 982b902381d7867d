package pl.paragon.worker.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How every stage runs its work. */
@ConfigMapping(prefix = "paragon.stage")
public interface StageConfig {

    /** How many jobs at a time; the processors' number where it is not set. */
    OptionalInt concurrency();

    /** How often a passing fault is tried again. */
    @WithDefault("3")
    int retries();

    /** How long after a passing fault. */
    @WithDefault("60s")
    Duration retryDelay();

    /** From the start of a job's work until it is told to stop. */
    @WithDefault("25m")
    Duration softLimit();

    /** From the start of a job's work until it is given up, even where native code does not come back. */
    @WithDefault("30m")
    Duration hardLimit();

    /** The first pause while something that the stage needs is down; it doubles up to {@link #longestPause()}. */
    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("30s")
    Duration longestPause();

    /** How often a worker tells that it is alive. */
    @WithDefault("2s")
    Duration heartbeat();

    default int jobsAtATime() {
        return concurrency().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }
}
