package pl.paragon.api.error;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a request with an error. Only edges throw it, having the core's refusal in hand; {@link ErrorMappers} turns it
 * into the answer.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorBody body;
    private final Duration retryAfter;

    private ApiException(ErrorBody body, Duration retryAfter) {
        super(body.errorCode() + ": " + body.message());
        this.body = body;
        this.retryAfter = retryAfter;
    }

    public static ApiException of(ErrorBody body) {
        return new ApiException(body, null);
    }

    /** Something that this depends on is unavailable: worth trying again after a while. */
    public static ApiException unavailable(ErrorBody body, Duration retryAfter) {
        return new ApiException(body, retryAfter);
    }

    /** The request is fine, and refused for now. */
    public static ApiException later(ErrorBody body, Duration retryAfter) {
        return new ApiException(body, retryAfter);
    }

    /** @param error what is unavailable, a sentence for clients */
    public static ApiException unavailable(String message, String error, Duration retryAfter) {
        return unavailable(ErrorBody.of(ApiError.SERVICE_UNAVAILABLE, message, Map.of("error", error)), retryAfter);
    }

    public ErrorBody body() {
        return body;
    }

    /** How long a client had better wait before it asks again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
