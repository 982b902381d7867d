package pl.paragon.api.upload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.api.error.ApiException;
import pl.paragon.contracts.error.ErrorCode;

/** The answers to uploads that are refused, in the predecessor's words where it had any. */
final class UploadErrors {

    private static final BigDecimal MIB = BigDecimal.valueOf(1024 * 1024);
    private static final String BAD_REQUEST = "BAD_REQUEST";

    private UploadErrors() {}

    static ApiException missingFile() {
        Map<String, Object> missing = new LinkedHashMap<>();
        missing.put("type", "missing");
        missing.put("loc", List.of("body", "file"));
        missing.put("msg", "Field required");
        missing.put("input", null);
        return ApiException.withDetail(
                422,
                "VALIDATION_ERROR",
                "Field required",
                ordered(
                        "field",
                        "file",
                        "error",
                        "A multipart/form-data body with a file in its field 'file' is required"),
                List.of(Collections.unmodifiableMap(missing)));
    }

    static ApiException missingContentType() {
        return ApiException.of(
                400,
                BAD_REQUEST,
                "Missing content type header",
                ordered("field", "file", "error", "Content-Type header is required"));
    }

    static ApiException unsupportedType(String contentType) {
        return ApiException.of(
                400,
                BAD_REQUEST,
                "Unsupported file type",
                ordered("content_type", contentType, "supported_types", FileType.SUPPORTED));
    }

    static ApiException tooLarge(long most, long actual) {
        return ApiException.of(
                413,
                "FILE_TOO_LARGE",
                "File too large",
                ordered(
                        "max_size_mb", plain(mebibytes(most, RoundingMode.FLOOR)),
                        // Rounded up: what is over the limit must not look like the limit.
                        "actual_size_mb", mebibytes(actual, RoundingMode.CEILING)));
    }

    static ApiException empty(String filename) {
        return ApiException.of(
                400,
                ErrorCode.FILE_EMPTY.name(),
                ErrorCode.FILE_EMPTY.messageEn(),
                ordered("filename", filename, "message_pl", ErrorCode.FILE_EMPTY.message()));
    }

    static ApiException typeMismatch(String declared, String detected) {
        return ApiException.of(
                400,
                ErrorCode.FILE_TYPE_MISMATCH.name(),
                ErrorCode.FILE_TYPE_MISMATCH.messageEn(),
                ordered(
                        "declared", declared,
                        "detected", detected,
                        "message_pl", ErrorCode.FILE_TYPE_MISMATCH.message()));
    }

    static ApiException malformed(String why) {
        return ApiException.of(
                400, BAD_REQUEST, "There was an error parsing the body", ordered("field", "body", "error", why));
    }

    static ApiException badField(String field, String why) {
        return ApiException.of(400, BAD_REQUEST, "Invalid form field", ordered("field", field, "error", why));
    }

    static ApiException unavailable(String what, Duration retryAfter, Exception cause) {
        return ApiException.unavailable("Receipt processing system unavailable", what, retryAfter, cause);
    }

    private static BigDecimal mebibytes(long bytes, RoundingMode rounding) {
        return BigDecimal.valueOf(bytes).divide(MIB, 2, rounding);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Map<String, Object> ordered(String k1, Object v1, String k2, Object v2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(k1, v1);
        map.put(k2, v2);
        return map;
    }

    private static Map<String, Object> ordered(String k1, Object v1, String k2, Object v2, String k3, Object v3) {
        Map<String, Object> map = ordered(k1, v1, k2, v2);
        map.put(k3, v3);
        return map;
    }
}
