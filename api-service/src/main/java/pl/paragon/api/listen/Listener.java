package pl.paragon.api.listen;

/**
 * Whoever follows jobs. None of these may block. They may be called on any thread; states come one at a time and in
 * order.
 */
public interface Listener {

    void changed(JobState state);

    /** Comes at a steady pace, whether anything changed or not: a dead connection is noticed when it is written to. */
    void heartbeat();

    /** Nothing more will come. */
    void ended();
}
