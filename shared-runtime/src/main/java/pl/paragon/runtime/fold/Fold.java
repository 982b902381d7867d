package pl.paragon.runtime.fold;

import java.time.Duration;

/** What is done with the records of one consumer, again and again on one thread. */
public interface Fold extends AutoCloseable {

    /**
     * Polls once and folds what came. An exception ends the consumer; another one takes its place after a pause.
     *
     * @return how long to wait before the next step; zero as a rule, more if something is down
     */
    Duration step();

    /** Before its consumer is closed. */
    @Override
    default void close() {}
}
