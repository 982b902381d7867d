/**
 * Replaying failed jobs. A job's end never changes, so a replay is a new job with the same owner and a copy of the
 * upload. There is at most one per failed job, however often it is asked for.
 */
package pl.paragon.persistence.replay;
