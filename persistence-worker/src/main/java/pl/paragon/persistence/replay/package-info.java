/**
 * Replaying failed jobs. A job's end never changes, so a replay is a new job with the same owner and a copy of the
 * upload. There is at most one per failed job, however often it is asked for, be it by an operator (a replay, from the
 * first stage on) or by its owner (a retry, from the stage that failed). Live jobs whose records Kafka has lost are
 * submitted once more as they are.
 */
package pl.paragon.persistence.replay;
