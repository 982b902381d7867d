package pl.paragon.worker.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting that ends at once when the worker stops. */
final class Pauses {

    /** How often a long wait looks whether it still makes sense. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final CountDownLatch stopped = new CountDownLatch(1);

    void stop() {
        stopped.countDown();
    }

    /** @throws WorkerStoppingException when the worker stops meanwhile */
    void sleep(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WorkerStoppingException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStoppingException();
        }
    }

    /** Waits until {@code time}, or until there is no need to any more. */
    void until(Instant time, Clock clock, BooleanSupplier pointless) {
        for (Duration left = Duration.between(clock.instant(), time);
                left.isPositive() && !pointless.getAsBoolean();
                left = Duration.between(clock.instant(), time)) {
            sleep(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        }
    }
}
