package pl.paragon.worker.attempt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells what an attempt begins: its first step at once, a later one when it has lasted long enough to be seen. Most
 * steps take milliseconds, and each that is told is a record in the broker, a line in the status store and a message to
 * whoever listens.
 *
 * @param <T> a step, with when it began
 */
final class ToldSteps<T> {

    private static final long VISIBLE_MS = 100;

    /** Runs what it is given when the step can be seen. */
    static final Executor ONCE_VISIBLE = CompletableFuture.delayedExecutor(VISIBLE_MS, TimeUnit.MILLISECONDS);

    private final Consumer<T> tell;
    private final Executor onceVisible;
    private T current;
    private boolean over;

    ToldSteps(Consumer<T> tell, Executor onceVisible) {
        this.tell = tell;
        this.onceVisible = onceVisible;
    }

    synchronized void begin(T step) {
        boolean first = current == null;
        current = step;
        if (first) {
            tell.accept(step);
        } else {
            onceVisible.execute(() -> tellIfItLasts(step));
        }
    }

    private synchronized void tellIfItLasts(T step) {
        if (!over && current == step) {
            tell.accept(step);
        }
    }

    /** Nothing is told any more: what follows from the attempt is told next. */
    synchronized void end() {
        over = true;
    }
}
