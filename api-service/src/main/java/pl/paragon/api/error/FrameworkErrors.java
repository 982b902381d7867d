package pl.paragon.api.error;

import java.util.Map;

/** The predecessor's words for errors that no code of ours raises. */
final class FrameworkErrors {

    private FrameworkErrors() {}

    /** The body for a status below 500. */
    static ErrorBody body(int status, String path) {
        String sentence =
                switch (status) {
                    case 404 -> "Resource not found.";
                    case 405 -> "Method Not Allowed";
                    case 406 -> "Not Acceptable";
                    case 415 -> "Unsupported Media Type";
                    default -> "Bad Request";
                };
        String code =
                switch (status) {
                    case 404 -> "NOT_FOUND";
                    case 405 -> "METHOD_NOT_ALLOWED";
                    case 406 -> "NOT_ACCEPTABLE";
                    case 415 -> "UNSUPPORTED_MEDIA_TYPE";
                    default -> "BAD_REQUEST";
                };
        return new ErrorBody(status, code, sentence, Map.of("path", path), sentence);
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
