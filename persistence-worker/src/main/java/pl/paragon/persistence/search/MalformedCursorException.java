package pl.paragon.persistence.search;

/** A cursor that was not given out, or for a list in another order. */
final class MalformedCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedCursorException(String message, Throwable cause) {
        super(message, cause);
    }
}
