package pl.paragon.api.idempotency;

import pl.paragon.contracts.job.JobId;

/**
 * One request with a key.
 *
 * @param owner whose key it is
 * @param job that the request becomes if it is the first with this key
 */
public record Attempt(String owner, IdempotencyKey key, JobId job) {}
