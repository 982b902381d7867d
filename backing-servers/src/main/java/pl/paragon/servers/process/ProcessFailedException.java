package pl.paragon.servers.process;

/** A process did not start, or ended before it was ready. The message says which and why, with the last lines that it printed. */
public final class ProcessFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProcessFailedException(String message) {
        super(message);
    }

    public ProcessFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
