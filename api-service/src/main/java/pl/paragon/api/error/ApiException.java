package pl.paragon.api.error;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A request is answered with an error. Thrown anywhere on the request's thread, turned into its answer in one place: {@link ErrorMappers}. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorBody body;
    private final Duration retryAfter;

    private ApiException(ErrorBody body, Duration retryAfter, Throwable cause) {
        super(body.errorCode() + ": " + body.message(), cause);
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** @param details what a machine can use, in the order in which it is written */
    public static ApiException of(int statusCode, String errorCode, String message, Map<String, ?> details) {
        return new ApiException(body(statusCode, errorCode, message, details), null, null);
    }

    /** An error whose {@code detail} is not the object that stands on top. */
    public static ApiException withDetail(
            int statusCode, String errorCode, String message, Map<String, ?> details, Object detail) {
        return new ApiException(new ErrorBody(statusCode, errorCode, message, details, detail), null, null);
    }

    /** Something that we depend on is away: worth trying again after a while. */
    public static ApiException unavailable(String message, String error, Duration retryAfter, Throwable cause) {
        return new ApiException(body(503, "SERVICE_UNAVAILABLE", message, Map.of("error", error)), retryAfter, cause);
    }

    static ErrorBody body(int statusCode, String errorCode, String message, Map<String, ?> details) {
        return new ErrorBody(
                statusCode, errorCode, message, details, new ErrorBody.Detail(statusCode, errorCode, message, details));
    }

    public ErrorBody body() {
        return body;
    }

    /** How long a client had better wait before it asks again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
