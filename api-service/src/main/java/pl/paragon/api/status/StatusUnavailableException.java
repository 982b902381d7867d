package pl.paragon.api.status;

/** What is known of jobs cannot be asked or added to for the moment. The message is for the log. */
public final class StatusUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private StatusUnavailableException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The store is not there, or does not answer. */
    static StatusUnavailableException away(String message, Throwable cause) {
        return new StatusUnavailableException("The status store is unavailable", message, cause);
    }

    /** The store is there but may lack what was known before. */
    static StatusUnavailableException rebuilding() {
        String reason = "The status of all jobs is being brought up to date";
        return new StatusUnavailableException(reason, reason, null);
    }

    /** A sentence for clients, without our addresses. */
    public String reason() {
        return reason;
    }
}
