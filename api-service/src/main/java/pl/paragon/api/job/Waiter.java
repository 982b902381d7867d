package pl.paragon.api.job;

/** Somebody who waits for a job and may leave before it is over, as a client does that closes its connection. */
public final class Waiter {

    private boolean left;
    private Runnable wake = () -> {};

    /** Ends the waiting, now or as soon as it begins. May be called from any thread, and again. */
    public synchronized void leave() {
        left = true;
        wake.run();
    }

    public synchronized boolean hasLeft() {
        return left;
    }

    /** @param signal must not block */
    synchronized void isWokenBy(Runnable signal) {
        wake = signal;
    }
}
