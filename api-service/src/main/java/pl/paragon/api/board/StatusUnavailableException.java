package pl.paragon.api.board;

/** Job state is temporarily unavailable. The message is for the log, {@link #reason} for clients. */
public final class StatusUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private StatusUnavailableException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The store does not answer. */
    static StatusUnavailableException unreachable(String message, Throwable cause) {
        return new StatusUnavailableException("The status store is unavailable", message, cause);
    }

    /** The store answers, but may lack facts that it had before. */
    static StatusUnavailableException rebuilding() {
        String reason = "The status of all jobs is being brought up to date";
        return new StatusUnavailableException(reason, reason, null);
    }

    /** The store answers, but what happened lately is not in it. */
    static StatusUnavailableException outdated() {
        String reason = "The status store takes no writes: the latest status is unknown";
        return new StatusUnavailableException(reason, reason, null);
    }

    /** The store does not have the job, and what is kept of older ones cannot be read. */
    public static StatusUnavailableException archiveUnreachable(String message, Throwable cause) {
        return new StatusUnavailableException("The database is unavailable", message, cause);
    }

    /** A sentence for clients; it has no addresses in it. */
    public String reason() {
        return reason;
    }
}
