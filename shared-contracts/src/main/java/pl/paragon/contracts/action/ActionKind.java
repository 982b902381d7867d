package pl.paragon.contracts.action;

/** What can be done to many jobs at once. */
public enum ActionKind {
    /** Failed jobs are submitted again. */
    RETRY,
    /** What has not ended is asked to stop. */
    CANCEL,
    /** What has ended is deleted. */
    DELETE
}
