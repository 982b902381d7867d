package pl.paragon.api.v3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.upload.KeyHeader;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.limit.Quota;
import pl.paragon.contracts.error.ErrorCode;

/** The answers to uploads that are refused, in the predecessor's words if it had any; version 2 shares most of them. */
public final class RefusalBodies {

    public static final String UNAVAILABLE = "Receipt processing system unavailable";

    /** The predecessor's, in its order: clients compare them. More are accepted, see {@code FileType}. */
    private static final List<String> SUPPORTED_TYPES =
            List.of("image/jpeg", "image/png", "image/jpg", "image/webp", "application/pdf");

    private static final BigDecimal MIB = BigDecimal.valueOf(1024 * 1024);

    private RefusalBodies() {}

    public static ErrorBody of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoFile() -> noFile();
            case Refusal.NoContentType() ->
                ErrorBody.of(
                        ApiError.BAD_REQUEST,
                        "Missing content type header",
                        ordered("field", "file", "error", "Content-Type header is required"));
            case Refusal.UnsupportedType(var contentType) ->
                ErrorBody.of(
                        ApiError.BAD_REQUEST,
                        "Unsupported file type",
                        ordered("content_type", contentType, "supported_types", SUPPORTED_TYPES));
            case Refusal.TooLarge(var most, var atLeast) ->
                ErrorBody.of(
                        ApiError.FILE_TOO_LARGE,
                        "File too large",
                        ordered(
                                "max_size_mb", plain(mebibytes(most, RoundingMode.FLOOR)),
                                // Rounded up: what is over the limit must not look like the limit.
                                "actual_size_mb", mebibytes(atLeast, RoundingMode.CEILING)));
            case Refusal.Empty(var filename) ->
                ErrorBody.of(
                        ApiError.FILE_EMPTY,
                        ErrorCode.FILE_EMPTY.messageEn(),
                        ordered("filename", filename, "message_pl", ErrorCode.FILE_EMPTY.message()));
            case Refusal.TypeMismatch(var declared, var detected) ->
                ErrorBody.of(
                        ApiError.FILE_TYPE_MISMATCH,
                        ErrorCode.FILE_TYPE_MISMATCH.messageEn(),
                        ordered(
                                "declared", declared,
                                "detected", detected.orElse(null),
                                "message_pl", ErrorCode.FILE_TYPE_MISMATCH.message()));
            case Refusal.BadArchive(var why) ->
                ErrorBody.of(ApiError.ARCHIVE_REFUSED, "The archive is refused", ordered("error", why));
            case Refusal.BatchTooLarge(var of, var most) ->
                ErrorBody.of(ApiError.BATCH_TOO_LARGE, "The batch is too large", ordered("of", of, "most", most));
            case Refusal.BatchRefused(var files) ->
                ErrorBody.of(
                        ApiError.BATCH_REFUSED,
                        "No file of the batch is accepted",
                        ordered(
                                "files",
                                files.stream().map(RefusalBodies::fileOfABatch).toList()));
            case Refusal.Malformed(var why) -> malformed(why);
            case Refusal.BrokenOff() -> malformed("The body broke off");
            case Refusal.BadField(var field, var why) ->
                ErrorBody.of(ApiError.BAD_REQUEST, "Invalid form field", ordered("field", field, "error", why));
            case Refusal.WebhookRefused(var why) ->
                ErrorBody.of(
                        ApiError.WEBHOOK_URL_REFUSED,
                        "Webhooks cannot be sent to this URL",
                        ordered("field", "webhook_url", "error", why));
            case Refusal.Unavailable(var dependency) ->
                ErrorBody.of(
                        ApiError.SERVICE_UNAVAILABLE,
                        UNAVAILABLE,
                        Map.of(
                                "error",
                                switch (dependency) {
                                    case BROKER -> "The message broker is unavailable";
                                    case FILE_STORE -> "The file store is unavailable";
                                    case KEY_STORE -> "The store of idempotency keys is unavailable";
                                }));
            case Refusal.RateLimited(var quota) -> rateLimited(quota);
            case Refusal.KeyInFlight() ->
                ErrorBody.of(
                        ApiError.IDEMPOTENCY_KEY_IN_FLIGHT,
                        "A request with this Idempotency-Key is still being processed",
                        ordered("header", KeyHeader.NAME));
            case Refusal.KeyReused() ->
                ErrorBody.of(
                        ApiError.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was used for another upload",
                        ordered("header", KeyHeader.NAME));
            case Refusal.BadKey(var why) ->
                ErrorBody.of(
                        ApiError.BAD_REQUEST,
                        "Invalid Idempotency-Key header",
                        ordered("header", KeyHeader.NAME, "error", why));
            case Refusal.StoreFull() ->
                ErrorBody.of(ApiError.INSUFFICIENT_STORAGE, UNAVAILABLE, Map.of("error", "The file store is full"));
        };
    }

    /** FastAPI's own shape inside {@code detail}. */
    private static ErrorBody noFile() {
        Map<String, Object> missing = ordered("type", "missing", "loc", List.of("body", "file"));
        missing.put("msg", "Field required");
        missing.put("input", null);
        return ErrorBody.withDetail(
                ApiError.VALIDATION_ERROR,
                "Field required",
                ordered(
                        "field",
                        "file",
                        "error",
                        "A multipart/form-data body with a file in its field 'file' is required"),
                List.of(Collections.unmodifiableMap(missing)));
    }

    private static Map<String, Object> fileOfABatch(Refusal.FileRefusal file) {
        ErrorBody body = of(file.refusal());
        return ordered(
                "filename", file.filename(),
                "error_code", body.errorCode(),
                "message", body.message(),
                "details", body.details());
    }

    private static ErrorBody rateLimited(Quota quota) {
        return ErrorBody.of(
                ApiError.RATE_LIMITED,
                "Too many requests",
                ordered(
                        "limit", quota.policy().jobs(),
                        "period_seconds", quota.policy().period().toSeconds(),
                        "retry_after_seconds", quota.resetSeconds()));
    }

    private static ErrorBody malformed(String why) {
        return ErrorBody.of(
                ApiError.BAD_REQUEST, "There was an error parsing the body", ordered("field", "body", "error", why));
    }

    private static BigDecimal mebibytes(long bytes, RoundingMode rounding) {
        return BigDecimal.valueOf(bytes).divide(MIB, 2, rounding);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Names and values in turn, in the order in which they are written. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
