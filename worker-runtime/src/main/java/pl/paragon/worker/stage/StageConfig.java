package pl.paragon.worker.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How every stage runs its work. */
@ConfigMapping(prefix = "paragon.stage")
public interface StageConfig {

    /** How many jobs at a time. A worker holds these and one more; the rest stays in Kafka for whoever joins. */
    @WithDefault("${paragon.processors}")
    int concurrency();

    /**
     * While jobs of both lanes wait, one in so many that start is of the bulk lane, so that it never stands still. With
     * 8, a bulk costs the interactive lane an eighth of its pace at most.
     */
    @WithDefault("8")
    int bulkShare();

    /** How often a passing fault is tried again. */
    @WithDefault("3")
    int retries();

    /** How long after a passing fault. */
    @WithDefault("60s")
    Duration retryDelay();

    /**
     * By up to which share of the delay a retry waits longer, at random, from 0 to 1: what failed at the same time is
     * not tried again at the same time.
     */
    @WithDefault("0.2")
    double retryJitter();

    /**
     * How long a job may be worked on in this stage, all attempts together, until it is told to stop. Waiting does not
     * count.
     */
    @WithDefault("25m")
    Duration softLimit();

    /** As {@link #softLimit()}, until the job is given up even if native code does not return. */
    @WithDefault("30m")
    Duration hardLimit();

    /** The first pause while something that the stage needs is down; it doubles up to {@link #longestPause()}. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause between two looks whether it is still down. */
    @WithDefault("30s")
    Duration longestPause();

    /**
     * How long the jobs in hand may take to finish when the worker shuts down; what is left then is for the next
     * worker.
     */
    @WithDefault("25s")
    Duration drain();
}
