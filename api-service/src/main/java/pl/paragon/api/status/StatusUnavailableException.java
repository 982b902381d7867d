package pl.paragon.api.status;

/** What is known of jobs cannot be asked or added to for the moment. */
public final class StatusUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StatusUnavailableException(String message) {
        super(message);
    }

    StatusUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
