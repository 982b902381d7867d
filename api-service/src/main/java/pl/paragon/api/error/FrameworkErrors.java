package pl.paragon.api.error;

import java.util.Map;

/** The predecessor's words for errors that no code of ours raises. */
public final class FrameworkErrors {

    private FrameworkErrors() {}

    /** The body for a status below 500. */
    public static ErrorBody body(int status, String path) {
        return switch (status) {
            case 404 -> body(ApiError.NOT_FOUND, "Resource not found.", path);
            case 405 -> body(ApiError.METHOD_NOT_ALLOWED, "Method Not Allowed", path);
            case 406 -> body(ApiError.NOT_ACCEPTABLE, "Not Acceptable", path);
            case 415 -> body(ApiError.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type", path);
            default -> body(ApiError.BAD_REQUEST, "Bad Request", path);
        };
    }

    private static ErrorBody body(ApiError error, String sentence, String path) {
        return ErrorBody.withDetail(error, sentence, Map.of("path", path), sentence);
    }

    /** The sentence for an internal error of the endpoint at this path. */
    static String failureOf(String path) {
        if (path.contains("/receipts/process")) {
            return "Unexpected error starting receipt processing";
        }
        if (path.contains("/receipts/status")) {
            return "Error retrieving task status";
        }
        if (path.contains("/receipts/cancel")) {
            return "Error cancelling task";
        }
        return "Internal server error";
    }
}
