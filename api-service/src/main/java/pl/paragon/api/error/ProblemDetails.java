package pl.paragon.api.error;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An error as RFC 9457 has it.
 *
 * @param type where the error is described, relative to this server
 * @param title the error in short, in the words of the classic body
 * @param detail a sentence that helps, in the client's language
 * @param instance the path of the request
 * @param errorCode a name of {@link ApiError}
 * @param details what a machine can use
 * @param data what is known in spite of the error, or {@code null}
 */
record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String errorCode,
        Object details,
        @JsonInclude(JsonInclude.Include.NON_NULL) Object data) {

    static ProblemDetails of(ErrorBody error, String path) {
        return new ProblemDetails(
                "/problems/" + error.errorCode(),
                error.message(),
                error.statusCode(),
                error.hint(),
                path,
                error.errorCode(),
                error.details(),
                error.data());
    }
}
