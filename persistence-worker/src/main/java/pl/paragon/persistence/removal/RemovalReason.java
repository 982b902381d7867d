package pl.paragon.persistence.removal;

import java.util.Locale;

/** Why files are removed, as the database and the metrics name it. */
public enum RemovalReason {
    /** Their job was cancelled. */
    CANCELLED,
    /** Their job was deleted on request. */
    DELETED,
    /** The retention of the job's files, or of its receipt, has ended. */
    EXPIRED,
    /** They were stored, but their job was never accepted. */
    ORPHANED,
    /** They were never stored as a whole, or their removal broke off. */
    LEFTOVER;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RemovalReason of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
