package pl.paragon.api.error;

import java.util.Map;

/**
 * The body of every error. The predecessor's clients disagree on where the error stands (on top, or inside
 * {@code detail}), so it stands in both places.
 *
 * @param details what a machine can use; an object
 * @param detail the same again as an object; for a missing field FastAPI's list, for an unknown path its plain sentence
 */
public record ErrorBody(int statusCode, String errorCode, String message, Object details, Object detail) {

    /** What stands inside {@code detail} if it is an object. */
    public record Detail(int statusCode, String errorCode, String message, Object details) {}

    /** @param details in the order in which they are written */
    public static ErrorBody of(ApiError error, String message, Map<String, ?> details) {
        return withDetail(error, message, details, new Detail(error.status(), error.name(), message, details));
    }

    /** An error whose {@code detail} is not the object that stands on top. */
    public static ErrorBody withDetail(ApiError error, String message, Map<String, ?> details, Object detail) {
        return new ErrorBody(error.status(), error.name(), message, details, detail);
    }
}
