package pl.paragon.api.identity;

import pl.paragon.contracts.event.Submission;

/**
 * Who asks. An edge finds it out from its request and passes it on; the core never looks it up.
 *
 * @param name the owner of the jobs that it submits, and the only one who sees them: the caller, or a household
 * @param caller who is authenticated, whose limits count
 */
public record Submitter(String name, String caller) {

    /** Without authentication everybody is one and the same. */
    public static final Submitter ANONYMOUS = new Submitter(Submission.ANONYMOUS);

    /** On their own behalf. */
    public Submitter(String name) {
        this(name, name);
    }

    public boolean owns(String submitter) {
        return submitter.equals(name);
    }
}
