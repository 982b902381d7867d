package pl.paragon.worker.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import pl.paragon.contracts.job.Lane;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * How many jobs run at a time: one slot each, all slots for a job that must run alone. Within a lane first come, first
 * served. While both lanes wait, the interactive one goes first, but one job in {@code bulkShare} is of the bulk. While
 * the stage is on hold, nobody is served.
 */
final class Slots {

    /** How often a wait looks whether it still makes sense, in milliseconds. */
    private static final long GLANCE = 1000;

    private final int all;
    private final int bulkShare;
    private final BooleanSupplier onHold;
    private final Deque<Object> interactive = new ArrayDeque<>();
    private final Deque<Object> bulk = new ArrayDeque<>();
    private int free;
    /** How many interactive jobs started while the bulk lane waited, since it last had its turn. */
    private int overtakings;

    private boolean stopped;

    Slots(int all, int bulkShare, BooleanSupplier onHold) {
        if (all < 1) {
            throw new IllegalArgumentException("paragon.stage.concurrency is at least 1, not " + all);
        }
        if (bulkShare < 2) {
            throw new IllegalArgumentException("paragon.stage.bulk-share is at least 2, not " + bulkShare);
        }
        this.all = all;
        this.bulkShare = bulkShare;
        this.onHold = onHold;
        this.free = all;
    }

    /**
     * Waits for a slot.
     *
     * @return empty if there is no need to wait any more
     * @throws WorkerStoppingException when the worker shuts down
     */
    synchronized Optional<Slot> take(Lane lane, boolean alone, BooleanSupplier pointless) {
        int count = alone ? all : 1;
        Object turn = new Object();
        queue(lane).addLast(turn);
        try {
            while (next() != turn || free < count || onHold.getAsBoolean()) {
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
            started(lane);
            return Optional.of(() -> giveBack(count));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStoppingException();
        } finally {
            queue(lane).remove(turn);
            notifyAll();
        }
    }

    /** Gives no slot any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private Object next() {
        boolean bulkGoesFirst = interactive.isEmpty() || (!bulk.isEmpty() && overtakings >= bulkShare - 1);
        return (bulkGoesFirst ? bulk : interactive).peekFirst();
    }

    private void started(Lane lane) {
        overtakings = switch (lane) {
            case INTERACTIVE -> bulk.isEmpty() ? 0 : overtakings + 1;
            case BULK -> 0;
        };
    }

    private Deque<Object> queue(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> interactive;
            case BULK -> bulk;
        };
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
