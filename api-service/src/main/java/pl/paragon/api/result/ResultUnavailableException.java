package pl.paragon.api.result;

/** A job's result exists but cannot be read now. The message is for the log. */
public final class ResultUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ResultUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
