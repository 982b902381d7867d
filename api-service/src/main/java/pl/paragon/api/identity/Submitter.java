package pl.paragon.api.identity;

import pl.paragon.contracts.event.Submission;

/**
 * Who asks. An edge finds it out from its request and passes it on; the core never looks it up.
 *
 * @param name the owner of the jobs that it submits, and the only one who sees them
 */
public record Submitter(String name) {

    /** Without authentication everybody is one and the same. */
    public static final Submitter ANONYMOUS = new Submitter(Submission.ANONYMOUS);

    public boolean owns(String submitter) {
        return submitter.equals(name);
    }
}
