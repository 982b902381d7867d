package pl.paragon.worker.stage;

import java.util.concurrent.Semaphore;

/** How many jobs run at a time: one slot each, all slots for a job that must run alone. First come, first served. */
final class Slots {

    private final int all;
    private final Semaphore free;
    private volatile boolean stopped;

    Slots(int all) {
        if (all < 1) {
            throw new IllegalArgumentException("paragon.stage.concurrency is at least 1, not " + all);
        }
        this.all = all;
        this.free = new Semaphore(all, true);
    }

    /** @throws WorkerStoppingException when the worker stops */
    Slot take(boolean alone) {
        int count = alone ? all : 1;
        try {
            free.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStoppingException();
        }
        if (stopped) {
            free.release(count);
            throw new WorkerStoppingException();
        }
        return () -> free.release(count);
    }

    void stop() {
        stopped = true;
    }

    /** Gives its slot back when closed. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
