package pl.paragon.worker.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import pl.paragon.worker.stage.WorkerStoppingException;

/** How many jobs run at a time: one slot each, all slots for a job that must run alone. First come, first served. */
final class Slots {

    /** How often a wait looks whether it still makes sense, in milliseconds. */
    private static final long GLANCE = 1000;

    private final int all;
    private final Deque<Object> queue = new ArrayDeque<>();
    private int free;
    private boolean stopped;

    Slots(int all) {
        if (all < 1) {
            throw new IllegalArgumentException("paragon.stage.concurrency is at least 1, not " + all);
        }
        this.all = all;
        this.free = all;
    }

    /**
     * Waits for a slot.
     *
     * @return empty if there is no need to wait any more
     * @throws WorkerStoppingException when the worker shuts down
     */
    synchronized Optional<Slot> take(boolean alone, BooleanSupplier pointless) {
        int count = alone ? all : 1;
        Object turn = new Object();
        queue.addLast(turn);
        try {
            while (queue.peekFirst() != turn || free < count) {
                if (stopped) {
                    throw new WorkerStoppingException();
                }
                if (pointless.getAsBoolean()) {
                    return Optional.empty();
                }
                wait(GLANCE);
            }
            if (stopped) {
                throw new WorkerStoppingException();
            }
            free -= count;
            return Optional.of(() -> giveBack(count));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStoppingException();
        } finally {
            queue.remove(turn);
            notifyAll();
        }
    }

    /** Gives no slot any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized void giveBack(int count) {
        free += count;
        notifyAll();
    }

    /** Gives its slot back when closed. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
