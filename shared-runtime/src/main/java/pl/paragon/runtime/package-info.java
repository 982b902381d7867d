/**
 * What must be identical in every service. Start with {@link pl.paragon.runtime.stage.StageRunner}: it takes one record through decoding, idempotence, attempts, cancellation, time
 * limits and the failure policy, so that a worker is left with nothing but its work.
 */
package pl.paragon.runtime;
