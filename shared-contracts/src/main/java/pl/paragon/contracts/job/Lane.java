package pl.paragon.contracts.job;

/**
 * Which of a stage's two queues a job waits in. The gateway decides it once, when it accepts the job; the lane stays
 * with the job through its stages and retries. It changes when a job is worked on, never how.
 */
public enum Lane {
    /** What somebody may be waiting for; goes first. */
    INTERACTIVE,
    /** What is beyond the few jobs that one user may have in the other lane at a time. */
    BULK
}
