package pl.paragon.api.v2;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.v3.RefusalBodies;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** Errors in the words of version 2. */
final class Bodies {

    private Bodies() {}

    /** As version 3 says it, but a file that is too large is a bad request. */
    static ErrorBody refused(Refusal refusal) {
        ErrorBody body = RefusalBodies.of(refusal);
        return refusal instanceof Refusal.TooLarge ? body.as(ApiError.BAD_REQUEST) : body;
    }

    /** A batch that is refused as a whole, in the successor's codes. */
    static ErrorBody batchRefused(Refusal refusal) {
        if (refusal instanceof Refusal.NoFile) {
            return ErrorBody.of(ApiError.NO_FILES_PROVIDED, "No files provided", Map.of("field", "files"));
        }
        if (refusal instanceof Refusal.BatchTooLarge(var of, var most) && of.equals("files")) {
            return ErrorBody.of(
                    ApiError.BATCH_SIZE_LIMIT_EXCEEDED, "Batch size limit exceeded", Map.of("of", of, "most", most));
        }
        return refused(refusal);
    }

    static ErrorBody noText() {
        return ErrorBody.of(
                ApiError.BAD_REQUEST, "OCR text is required and cannot be empty", Map.of("field", "ocr_text"));
    }

    static ErrorBody tooLong(int most) {
        return ErrorBody.of(ApiError.BODY_TOO_LARGE, "Request body too large", Map.of("max_size_bytes", most));
    }

    /** The error of a request whose job did not end with a receipt. */
    static ApiException of(Outcome.Failed failed, Wanted wanted) {
        JobError error = failed.failure().error();
        Stage stage = failed.failure().stage();
        if (stage == Stage.PERSISTENCE || error.code().type() == ErrorType.BUG) {
            return ApiException.of(error(
                    ApiError.INTERNAL_SERVER_ERROR, "Internal server error", failed.job(), error.message(), error));
        }
        ApiError kind = wanted.failure(stage);
        return ApiException.of(error(kind, sentence(kind), failed.job(), error.message(), error));
    }

    static ApiException of(Outcome.Cancelled cancelled, Wanted wanted) {
        ApiError kind = wanted.failure(Stage.OCR);
        return ApiException.of(error(kind, sentence(kind), cancelled.job(), "The task was cancelled", null));
    }

    static ApiException of(Outcome.TimedOut late) {
        ApiError kind =
                switch (late.stage()) {
                    case OCR -> ApiError.OCR_TIMEOUT;
                    case ANALYSIS, PERSISTENCE -> ApiError.ANALYSIS_TIMEOUT;
                };
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("error_code", kind.name());
        details.put("timeout_seconds", late.limit().toSeconds());
        details.put("job_id", late.job());
        return ApiException.of(ErrorBody.of(kind, sentence(kind), details));
    }

    static ApiException of(Outcome.Unavailable unavailable, Duration retryAfter) {
        return ApiException.unavailable("Receipt processing system unavailable", unavailable.why(), retryAfter);
    }

    private static ErrorBody error(ApiError kind, String message, JobId job, String why, JobError error) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("error", why);
        details.put("error_code", kind.name());
        if (error != null) {
            details.put("code", error.code().name());
            details.put("message_en", error.code().messageEn());
        }
        details.put("job_id", job);
        if (kind == ApiError.INTERNAL_SERVER_ERROR) {
            details.put("error_id", job); // a worker's log names the job
        }
        return ErrorBody.of(kind, message, details);
    }

    private static String sentence(ApiError kind) {
        return switch (kind) {
            case OCR_PROCESSING_ERROR -> "Failed to extract text from receipt";
            case RECEIPT_ANALYSIS_ERROR -> "Failed to analyze receipt data";
            case OCR_TIMEOUT -> "OCR processing timeout";
            case ANALYSIS_TIMEOUT -> "Receipt analysis timeout";
            default -> "Failed to process receipt";
        };
    }
}
