package pl.paragon.api.v3.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import pl.paragon.api.batch.BatchProgress;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.error.ErrorFormat.Language;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.ErrorDetails;
import pl.paragon.api.v3.RefusalBodies;
import pl.paragon.api.v3.StatusWord;
import pl.paragon.contracts.event.JobEnded;

/**
 * A file of a batch.
 *
 * @param status of its job as a status answer has it, {@value #REFUSED} or {@value #DELETED}
 * @param jobId absent if it was refused
 * @param fileSize bytes; absent if it was refused
 * @param endedAt absent if the job has not ended
 * @param step of a job in PROGRESS
 * @param progress of a job in PROGRESS
 * @param error why it failed, or was refused, a Polish sentence
 * @param errorDetails of a job that failed
 * @param refusal of a file that was refused
 */
public record BatchFileView(
        String filename,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) String jobId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long fileSize,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String step,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) String error,
        @JsonInclude(JsonInclude.Include.NON_NULL) ErrorDetails errorDetails,
        @JsonInclude(JsonInclude.Include.NON_NULL) RefusalView refusal) {

    static final String REFUSED = "REFUSED";
    static final String DELETED = "DELETED";

    /**
     * Why a file was refused, as a single upload would be.
     *
     * @param message a sentence, in English
     * @param hint what to do, in the client's language
     */
    public record RefusalView(String errorCode, String message, String hint, Object details) {

        static RefusalView of(Refusal refusal, Language language) {
            ErrorBody body = RefusalBodies.of(refusal);
            ApiError error = ApiError.valueOf(body.errorCode());
            return new RefusalView(body.errorCode(), body.message(), language.hint(error), body.details());
        }
    }

    static BatchFileView of(BatchProgress.File file, Language language) {
        return switch (file) {
            case BatchProgress.Refused(var filename, var refusal) -> refused(filename, refusal, language);
            case BatchProgress.Accepted accepted ->
                switch (accepted.standing()) {
                    case BatchProgress.Told(var status) -> told(accepted, status);
                    case BatchProgress.Over(var end) -> over(accepted, end);
                    case BatchProgress.Deleted() -> of(accepted, DELETED, null, null, null, null, null);
                };
        };
    }

    private static BatchFileView refused(String filename, Refusal refusal, Language language) {
        RefusalView view = RefusalView.of(refusal, language);
        String sentence = ApiError.valueOf(view.errorCode()).hintInPolish();
        return new BatchFileView(filename, REFUSED, null, null, null, null, null, sentence, null, view);
    }

    private static BatchFileView told(BatchProgress.Accepted file, JobStatus status) {
        String word = StatusWord.of(status);
        return switch (status) {
            case JobStatus.Pending p -> of(file, word, null, null, null, null, null);
            case JobStatus.Started s -> of(file, word, null, null, null, null, null);
            case JobStatus.Progress progress ->
                of(file, word, null, progress.step().id(), progress.step().progress(), null, null);
            case JobStatus.Retrying r -> of(file, word, null, null, null, null, null);
            case JobStatus.Succeeded success -> of(file, word, success.at(), null, null, null, null);
            case JobStatus.Failed(var stage, var attempts, var error, var at) ->
                of(file, word, at, null, null, error.message(), ErrorDetails.of(error, stage, attempts));
            case JobStatus.Revoked(var at) -> of(file, word, at, null, null, null, null);
        };
    }

    private static BatchFileView over(BatchProgress.Accepted file, JobEnded end) {
        return switch (end.outcome()) {
            case JobEnded.Saved s -> of(file, StatusWord.SUCCESS, end.occurredAt(), null, null, null, null);
            case JobEnded.Failed(var stage, var attempts, var error) ->
                of(
                        file,
                        StatusWord.FAILURE,
                        end.occurredAt(),
                        null,
                        null,
                        error.message(),
                        ErrorDetails.of(error, stage, attempts));
            case JobEnded.Cancelled() -> of(file, StatusWord.REVOKED, end.occurredAt(), null, null, null, null);
        };
    }

    private static BatchFileView of(
            BatchProgress.Accepted file,
            String status,
            Instant endedAt,
            String step,
            Integer progress,
            String error,
            ErrorDetails details) {
        return new BatchFileView(
                file.filename(),
                status,
                file.job().toString(),
                file.size(),
                endedAt == null ? null : WireTime.of(endedAt),
                step,
                progress,
                error,
                details,
                null);
    }
}
