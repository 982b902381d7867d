package pl.paragon.api.v3;

import java.util.Map;
import java.util.TreeMap;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.Stage;

/**
 * Why a job, or an attempt at it, failed: for machines.
 *
 * @param code a name of {@link pl.paragon.contracts.error.ErrorCode}
 * @param type whose fault it is
 * @param message for people, in Polish
 * @param messageEn for people, in English
 * @param details sizes, limits and the like; may be empty
 * @param stage where it failed: {@code ocr}, {@code analysis} or {@code persistence}
 * @param attempts how many were made
 */
public record ErrorDetails(
        String code,
        ErrorType type,
        String message,
        String messageEn,
        Map<String, String> details,
        String stage,
        int attempts) {

    public static ErrorDetails of(JobError error, Stage stage, int attempts) {
        return new ErrorDetails(
                error.code().name(),
                error.code().type(),
                error.message(),
                error.code().messageEn(),
                new TreeMap<>(error.details()),
                stage.id(),
                attempts);
    }
}
