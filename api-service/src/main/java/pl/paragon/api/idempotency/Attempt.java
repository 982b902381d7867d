package pl.paragon.api.idempotency;

import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;

/**
 * One request with a key.
 *
 * @param owner whose key it is
 * @param job that the request becomes if it is the first with this key
 */
public record Attempt(String owner, IdempotencyKey key, JobId job) {

    /** Members of a household have keys of their own, for it as for themselves. */
    public static Attempt by(Submitter submitter, IdempotencyKey key, JobId job) {
        String owner = submitter.name().equals(submitter.caller())
                ? submitter.name()
                : submitter.name() + " " + submitter.caller();
        return new Attempt(owner, key, job);
    }

    /** The same with a new job. */
    public static Attempt by(Submitter submitter, IdempotencyKey key) {
        return by(submitter, key, JobId.random());
    }
}
