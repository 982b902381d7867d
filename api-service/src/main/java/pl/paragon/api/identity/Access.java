package pl.paragon.api.identity;

/** Whether what was found out once, at the beginning of something long, still holds. */
public interface Access {

    /** False once the caller may not act for the owner any more; true also if nobody can be asked now. Blocks. */
    boolean stillHolds(Submitter submitter);
}
