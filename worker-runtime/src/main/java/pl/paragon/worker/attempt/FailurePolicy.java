package pl.paragon.worker.attempt;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.worker.stage.StageConfig;

/** What follows from a failure: the one place that decides it, from whose fault it is. */
public final class FailurePolicy {

    /** What the runner does next. */
    public sealed interface Decision {}

    /** The job is given up. */
    public record GiveUp() implements Decision {}

    /** The job is tried again later; the worker goes on with others. */
    public record RetryAfter(Duration delay) implements Decision {}

    /** The stage waits in place; the attempt is not burned. */
    public record PauseFor(Duration pause) implements Decision {}

    /** The record is kept in the dead letter topic for people to look at. */
    public record DeadLetter() implements Decision {}

    private final StageConfig config;
    private final DoubleSupplier random;

    /** @throws IllegalArgumentException if the jitter is not a share */
    public FailurePolicy(StageConfig config) {
        this(config, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random numbers from 0 to 1, without 1 */
    FailurePolicy(StageConfig config, DoubleSupplier random) {
        double jitter = config.retryJitter();
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("paragon.stage.retry-jitter is a share from 0 to 1, not " + jitter);
        }
        this.config = config;
        this.random = random;
    }

    public int maxAttempts() {
        return config.retries() + 1;
    }

    /**
     * @param attempt the attempt that failed, from 1
     * @param pauses how often this attempt has paused before
     */
    public Decision decide(ErrorType type, int attempt, int pauses) {
        return switch (type) {
            case DOCUMENT, BUG, LIMIT -> new GiveUp();
            case TRANSIENT -> attempt < maxAttempts() ? new RetryAfter(retryDelay()) : new GiveUp();
            case DEPENDENCY_DOWN -> new PauseFor(pause(pauses));
            case UNDECODABLE -> new DeadLetter();
        };
    }

    /** Never less than what is configured. */
    private Duration retryDelay() {
        Duration delay = config.retryDelay();
        return delay.plusMillis((long) (delay.toMillis() * config.retryJitter() * random.getAsDouble()));
    }

    /** Doubling from the first to the longest pause. */
    public Duration pause(int pauses) {
        Duration doubled = config.firstPause().multipliedBy(1L << Math.min(pauses, 20));
        return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
    }
}
