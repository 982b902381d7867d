package pl.paragon.persistence.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message that was not delivered is tried again: after pauses that grow, each a little longer or shorter at
 * random, so that the messages of an outage do not all come back in the same second.
 *
 * @param first pause; each further one is three times as long
 * @param longest pause
 * @param giveUpAfter since the round began, no attempt is made
 */
record RetrySchedule(Duration first, Duration longest, Duration giveUpAfter, RandomGenerator random) {

    private static final int FACTOR = 3;

    /** By up to how much of a pause it is longer or shorter. */
    private static final double JITTER = 0.2;

    /**
     * Empty if it is to be given up: its time is over, or the receiver does not want to be asked in time.
     *
     * @param attempts of the round so far, at least 1
     * @param retryAfter what the receiver asks for
     */
    Optional<Instant> next(int attempts, Instant roundBegan, Instant now, Optional<Duration> retryAfter) {
        Duration pause = jittered(pause(attempts));
        Duration wanted = retryAfter.filter(wish -> wish.compareTo(pause) > 0).orElse(pause);
        return Optional.of(now.plus(wanted)).filter(at -> !at.isAfter(roundBegan.plus(giveUpAfter)));
    }

    private Duration pause(int attempts) {
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private Duration jittered(Duration pause) {
        double share = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * share));
    }
}
