package pl.paragon.worker.stage;

import java.time.Duration;
import pl.paragon.contracts.error.ErrorType;

/** What follows from a failure: the one place that decides it, from whose fault it is. */
final class FailurePolicy {

    /** What the runner does next. */
    sealed interface Decision {}

    /** The job is given up. */
    record GiveUp() implements Decision {}

    /** The job is tried again later; the worker goes on with others. */
    record RetryAfter(Duration delay) implements Decision {}

    /** The stage waits in place; the attempt is not burned. */
    record PauseFor(Duration pause) implements Decision {}

    /** The record is kept for people to look at. */
    record Bury() implements Decision {}

    private final StageConfig config;

    FailurePolicy(StageConfig config) {
        this.config = config;
    }

    int maxAttempts() {
        return config.retries() + 1;
    }

    /**
     * @param attempt the attempt that failed, from 1
     * @param pauses how often this attempt paused already
     */
    Decision decide(ErrorType type, int attempt, int pauses) {
        return switch (type) {
            case DOCUMENT, BUG, LIMIT -> new GiveUp();
            case TRANSIENT -> attempt < maxAttempts() ? new RetryAfter(config.retryDelay()) : new GiveUp();
            case DEPENDENCY_DOWN -> new PauseFor(pause(pauses));
            case UNDECODABLE -> new Bury();
        };
    }

    /** Doubling from the first to the longest pause. */
    Duration pause(int pauses) {
        Duration doubled = config.firstPause().multipliedBy(1L << Math.min(pauses, 20));
        return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
    }
}
