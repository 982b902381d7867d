package pl.paragon.api.identity;

/** Tells who stands behind the current request. The seam for authentication. */
public interface Submitters {

    /** The identity behind the current request: owner of the jobs that it submits, and the only one who sees them. */
    String current();

    /** Whether a job of this submitter exists for the current request. */
    default boolean owns(String submitter) {
        return submitter.equals(current());
    }
}
