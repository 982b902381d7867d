package pl.paragon.api.identity;

import pl.paragon.contracts.event.Submission;

/** Tells who stands behind the current request. The seam for authentication. */
public interface Submitters {

    /** The identity behind the current request: owner of the jobs that it submits, and the only one who sees them. */
    String current();

    /** Whether a job with this owner exists for the current request. */
    default boolean owns(Submission submission) {
        return submission.submitter().equals(current());
    }
}
