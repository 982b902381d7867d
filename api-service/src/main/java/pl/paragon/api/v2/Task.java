package pl.paragon.api.v2;

import pl.paragon.contracts.job.JobId;

/**
 * A job that a request waits for.
 *
 * @param named by an idempotency key: the client can ask for it again, so it goes on if nobody waits any longer
 */
record Task(JobId job, boolean named) {}
