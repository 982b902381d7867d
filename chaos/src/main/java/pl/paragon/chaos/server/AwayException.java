package pl.paragon.chaos.server;

/** A server does not answer now. */
public final class AwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AwayException(String server, Throwable cause) {
        super(server + " is away: " + cause, cause);
    }
}
