package pl.paragon.runtime.publish;

/** The broker will never take this event: it is too large, say. Trying again cannot help. */
public class UnpublishableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnpublishableException(String message, Throwable cause) {
        super(message, cause);
    }
}
