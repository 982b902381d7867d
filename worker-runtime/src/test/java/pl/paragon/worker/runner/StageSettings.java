package pl.paragon.worker.runner;

import java.time.Duration;
import pl.paragon.worker.stage.StageConfig;

/**
 * A stage's configuration with waits that a test does not notice, and limits that no work of a test comes to unless
 * they are made short.
 */
public record StageSettings(
        int retries,
        Duration retryDelay,
        double retryJitter,
        Duration softLimit,
        Duration hardLimit,
        Duration firstPause,
        Duration longestPause,
        Duration drain)
        implements StageConfig {

    public static final StageSettings QUICK = new StageSettings(
            3,
            Duration.ofMillis(1),
            0,
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Submissions.PATIENCE);

    StageSettings withLimits(Duration soft, Duration hard) {
        return new StageSettings(retries, retryDelay, retryJitter, soft, hard, firstPause, longestPause, drain);
    }

    public StageSettings withRetryJitter(double jitter) {
        return new StageSettings(retries, retryDelay, jitter, softLimit, hardLimit, firstPause, longestPause, drain);
    }

    public StageSettings withRetryDelay(Duration delay) {
        return new StageSettings(retries, delay, retryJitter, softLimit, hardLimit, firstPause, longestPause, drain);
    }

    public StageSettings withPauses(Duration first, Duration longest) {
        return new StageSettings(retries, retryDelay, retryJitter, softLimit, hardLimit, first, longest, drain);
    }

    /** Waits that no test outlasts: what ends must have another reason. */
    StageSettings withEndlessPauses() {
        return withPauses(Duration.ofDays(1), Duration.ofDays(1));
    }

    @Override
    public int concurrency() {
        return 2;
    }

    @Override
    public int bulkShare() {
        return 8;
    }
}
