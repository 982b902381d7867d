package pl.paragon.worker.runner;

import java.time.Duration;
import pl.paragon.worker.stage.StageConfig;

/** A stage's configuration with pauses that a test does not notice, and limits that no work of a test comes to unless they are made short. */
record StageSettings(int retries, Duration retryDelay, Duration softLimit, Duration hardLimit, Duration drain)
        implements StageConfig {

    static final StageSettings QUICK =
            new StageSettings(3, Duration.ofMillis(1), Duration.ofHours(1), Duration.ofHours(2), Submissions.PATIENCE);

    StageSettings withLimits(Duration soft, Duration hard) {
        return new StageSettings(retries, retryDelay, soft, hard, drain);
    }

    StageSettings withRetryDelay(Duration delay) {
        return new StageSettings(retries, delay, softLimit, hardLimit, drain);
    }

    @Override
    public int concurrency() {
        return 2;
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMillis(2);
    }
}
