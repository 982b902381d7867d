package pl.paragon.worker.attempt;

/** Why running work is told to stop. */
public enum StopReason {
    /** The client asked for it. */
    CANCELLED,
    /** The job's soft time limit is over. */
    TIME_LIMIT,
    /** The worker shuts down: the record is left for the next one. */
    SHUTDOWN
}
