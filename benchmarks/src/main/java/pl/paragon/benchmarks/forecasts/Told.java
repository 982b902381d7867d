package pl.paragon.benchmarks.forecasts;

import java.time.Duration;

/**
 * A forecast that a status told, beside what came to pass. In seconds.
 *
 * @param state of the job when it was told: the word of the status, and the step if there is one
 * @param left until the job ended
 */
record Told(String state, long likely, long soonest, long latest, double left) {

    private static final double MILLIS = 1000;
    /** Of a job that ends the next moment, each forecast is wrong by many times. */
    private static final double LEAST = 1;

    static Told of(String state, long likely, long soonest, long latest, Duration left) {
        return new Told(state, likely, soonest, latest, left.toMillis() / MILLIS);
    }

    boolean endedBefore() {
        return left < soonest;
    }

    boolean endedAfter() {
        return left > latest;
    }

    boolean within() {
        return !endedBefore() && !endedAfter();
    }

    /** How much too long it was, as a part of what was left; negative if too short. */
    double error() {
        return (likely - left) / Math.max(LEAST, left);
    }
}
