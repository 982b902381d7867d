package pl.paragon.contracts.webhook;

import java.time.Instant;

/**
 * One attempt to deliver a message.
 *
 * @param number from 1 on; one is missing if a worker died during it
 * @param durationMs milliseconds until the answer or the failure
 * @param status of the answer; {@code null} if there was none
 * @param cause of a failure; {@code null} if it was delivered
 */
public record AttemptRecord(int number, Instant at, long durationMs, Integer status, AttemptFault cause) {}
