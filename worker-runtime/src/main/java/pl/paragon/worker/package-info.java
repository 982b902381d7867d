/**
 * What must be identical in every worker. Start with {@link pl.paragon.worker.runner.StageRunner}: it takes one record
 * through decoding, idempotence, attempts, cancellation, time limits and the failure policy, so that a worker is left
 * with nothing but its work.
 */
package pl.paragon.worker;
