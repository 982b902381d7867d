package pl.paragon.ocr.reading;

import java.time.Duration;

/** Runs things when time has passed: the machine's, or the one that a test lets pass. */
public interface Alarms extends AutoCloseable {

    /** Runs {@code task}, which must be short, when {@code delay} is over. */
    Alarm after(Duration delay, Runnable task);

    /** None rings afterwards. */
    @Override
    void close();

    /** One that has been set. */
    @FunctionalInterface
    interface Alarm {

        /** It will not ring, unless it has done so already. */
        void cancel();
    }
}
