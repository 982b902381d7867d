package pl.paragon.ocr.decoder;

/** How a decoder learns that nobody waits for its picture any more. */
@FunctionalInterface
public interface Stopping {

    /** Someone who is told. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs {@code action} when the work is stopped, or now if it has been, until the registration is closed. */
    Registration whenStopped(Runnable action);
}
