package pl.paragon.contracts.error;

/**
 * Whose fault a failure is. What follows from it is decided in one place only: the failure policy of the stage runner.
 */
public enum ErrorType {
    /** The document's: not a receipt, encrypted, corrupt, a bomb. Trying again cannot help. */
    DOCUMENT,
    /** Ours: a defect of the program. Trying again cannot help; somebody has to look. */
    BUG,
    /** A passing fault of something we depend on: tried again a bounded number of times. */
    TRANSIENT,
    /** Something we depend on is plainly down: the stage waits for it, and no attempt is burned. */
    DEPENDENCY_DOWN,
    /** The job used up what it was given: its time or its attempts. */
    LIMIT,
    /** A record that cannot be decoded: it goes to the dead letter topic, the next record is unaffected. */
    UNDECODABLE
}
