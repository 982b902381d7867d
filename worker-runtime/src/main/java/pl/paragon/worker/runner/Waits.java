package pl.paragon.worker.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import pl.paragon.worker.stage.WorkerStoppingException;

/** Waiting that ends at once when the worker shuts down, and soon when there is no need to wait any more. */
final class Waits {

    /** How often a wait looks whether it still makes sense. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final CountDownLatch stopped = new CountDownLatch(1);

    void stop() {
        stopped.countDown();
    }

    /** @throws WorkerStoppingException when the worker shuts down meanwhile */
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

    /**
     * Waits for {@code pause}, or until there is no need to any more.
     *
     * @throws WorkerStoppingException when the worker shuts down meanwhile
     */
    void sleep(Duration pause, BooleanSupplier pointless) {
        for (Duration left = pause; left.isPositive() && !pointless.getAsBoolean(); left = left.minus(GLANCE)) {
            sleep(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        }
    }

    /** As {@link #sleep(Duration, BooleanSupplier)}, until {@code time}. */
    void until(Instant time, Clock clock, BooleanSupplier pointless) {
        for (Duration left = Duration.between(clock.instant(), time);
                left.isPositive() && !pointless.getAsBoolean();
                left = Duration.between(clock.instant(), time)) {
            sleep(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        }
    }
}
