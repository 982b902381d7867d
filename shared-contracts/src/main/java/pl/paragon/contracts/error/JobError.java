package pl.paragon.contracts.error;

import java.util.Map;
import java.util.Objects;

/**
 * Why a job, or one attempt at it, failed.
 *
 * @param code what went wrong
 * @param message the sentence for people, in Polish
 * @param details what a machine or a developer can use (sizes, limits, the exception's text); never secrets, may be empty
 */
public record JobError(ErrorCode code, String message, Map<String, String> details) {

    public JobError {
        Objects.requireNonNull(code, "an error needs a code");
        message = message == null ? code.message() : message;
        details = details == null ? Map.of() : Map.copyOf(details);
    }

    public static JobError of(ErrorCode code) {
        return new JobError(code, code.message(), Map.of());
    }

    public static JobError of(ErrorCode code, Map<String, String> details) {
        return new JobError(code, code.message(), details);
    }
}
