package pl.paragon.api.persistence;

/**
 * Persistence-worker, or its database, is unavailable, or its answer is none; what it was to do may have been done. The
 * message is for the log; it names no submitter.
 */
public final class PersistenceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PersistenceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
