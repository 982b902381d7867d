package pl.paragon.api.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * The body of every error. The predecessor's clients disagree on where the error stands (on top, or inside
 * {@code detail}), so it stands in both places.
 *
 * @param hint a sentence that helps, in the client's language; {@link ErrorFormat} puts it in
 * @param details what a machine can use; an object
 * @param detail the same again as an object; for a missing field FastAPI's list, for an unknown path its plain sentence
 * @param data what is known in spite of the error; absent for most
 */
public record ErrorBody(
        int statusCode,
        String errorCode,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) String hint,
        Object details,
        Object detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) Object data) {

    /** What stands inside {@code detail} if it is an object. */
    public record Detail(int statusCode, String errorCode, String message, Object details) {}

    /** @param details in the order in which they are written */
    public static ErrorBody of(ApiError error, String message, Map<String, ?> details) {
        return withDetail(error, message, details, new Detail(error.status(), error.name(), message, details));
    }

    /** An error whose {@code detail} is not the object that stands on top. */
    public static ErrorBody withDetail(ApiError error, String message, Map<String, ?> details, Object detail) {
        return new ErrorBody(error.status(), error.name(), message, null, details, detail, null);
    }

    /** The same said as another error, with that one's status. */
    public ErrorBody as(ApiError error) {
        Object inner = detail instanceof Detail same
                ? new Detail(error.status(), error.name(), same.message(), same.details())
                : detail;
        return new ErrorBody(error.status(), error.name(), message, hint, details, inner, data);
    }

    /** The same with another {@code detail}. */
    public ErrorBody withDetail(Object other) {
        return new ErrorBody(statusCode, errorCode, message, hint, details, other, data);
    }

    ErrorBody withHint(String sentence) {
        return new ErrorBody(statusCode, errorCode, message, sentence, details, detail, data);
    }

    /** The same with what is known in spite of it. */
    public ErrorBody withData(Object known) {
        return new ErrorBody(statusCode, errorCode, message, hint, details, detail, known);
    }
}
