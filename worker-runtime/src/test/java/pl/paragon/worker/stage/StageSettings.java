package pl.paragon.worker.stage;

import java.time.Duration;
import java.util.OptionalInt;

/** A stage's configuration with pauses that a test does not notice, and limits that no work of a test comes to unless they are made short. */
record StageSettings(int retries, Duration retryDelay, Duration softLimit, Duration hardLimit, int slots)
        implements StageConfig {

    static final StageSettings QUICK =
            new StageSettings(3, Duration.ofMillis(1), Duration.ofHours(1), Duration.ofHours(2), 2);

    StageSettings withLimits(Duration soft, Duration hard) {
        return new StageSettings(retries, retryDelay, soft, hard, slots);
    }

    StageSettings withRetryDelay(Duration delay) {
        return new StageSettings(retries, delay, softLimit, hardLimit, slots);
    }

    @Override
    public OptionalInt concurrency() {
        return OptionalInt.of(slots);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMillis(2);
    }

    @Override
    public Duration heartbeat() {
        return Duration.ofSeconds(2);
    }
}
