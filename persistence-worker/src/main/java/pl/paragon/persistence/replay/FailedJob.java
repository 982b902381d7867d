package pl.paragon.persistence.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;

/**
 * A job that failed.
 *
 * @param submitter as the client's submission says, like {@code filename} and {@code submittedAt}; absent if that is
 *     not known
 * @param stage that gave it up, after so many {@code attempts}
 * @param code of the error, whose {@code fault} it is, its sentence and details
 * @param replayedAs the job that was made of it, if it was replayed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FailedJob(
        JobId jobId,
        Instant failedAt,
        String stage,
        int attempts,
        String code,
        String fault,
        String message,
        Map<String, String> details,
        String submitter,
        String filename,
        Instant submittedAt,
        JobId replayedAs,
        Instant replayedAt) {

    static String fault(JobError error) {
        return error.code().type().name().toLowerCase(Locale.ROOT);
    }
}
