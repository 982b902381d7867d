package pl.paragon.api.redis;

/** Redis refused a command, could not be reached, or did not answer in time. */
public final class RedisUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RedisUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
