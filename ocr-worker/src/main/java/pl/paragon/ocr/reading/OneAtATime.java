package pl.paragon.ocr.reading;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps calls that need much memory from running at the same time. It must never cost a job: whoever has waited for
 * half a minute runs beside the other, which must be hanging.
 */
public final class OneAtATime {

    private static final int MOST_WAITS = 300;
    private static final long WAIT_MILLIS = 100;

    private final Semaphore turn = new Semaphore(1, true);

    /** Work that needs the memory. */
    public interface Work<T> {
        T run() throws ReadingStoppedException;
    }

    public <T> T inTurn(StopSignal stop, Work<T> work) throws ReadingStoppedException {
        boolean entered = enter(stop);
        try {
            return work.run();
        } finally {
            leave(entered);
        }
    }

    /** @return whether it is the caller's turn, to be handed to {@link #leave} */
    public boolean enter(StopSignal stop) throws ReadingStoppedException {
        for (int i = 0; i < MOST_WAITS; i++) {
            stop.checkpoint();
            try {
                if (turn.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReadingStoppedException();
            }
        }
        return false;
    }

    public void leave(boolean entered) {
        if (entered) {
            turn.release();
        }
    }
}
