package pl.paragon.api.v3.joblist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.job.ListedJob;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.ErrorDetails;
import pl.paragon.api.v3.StatusWord;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.Stage;

/**
 * A job in a list.
 *
 * @param status as a status answer has it; {@code null} if it is temporarily unavailable, of a job that has not ended
 * @param endedAt absent if it has not ended
 * @param step of a job in PROGRESS
 * @param error why it failed, a Polish sentence
 */
public record ListedJobView(
        String jobId,
        String filename,
        long fileSize,
        Instant submittedAt,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String step,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) String error,
        @JsonInclude(JsonInclude.Include.NON_NULL) ErrorDetails errorDetails) {

    static ListedJobView of(ListedJob job) {
        return switch (job.standing()) {
            case ListedJob.Standing.Over(var end) -> over(job, end);
            case ListedJob.Standing.Told(var status) -> told(job, status);
            case ListedJob.Standing.Untold() -> of(job, null, null, null, null);
        };
    }

    private static ListedJobView over(ListedJob job, JobEnded end) {
        return switch (end.outcome()) {
            case JobEnded.Saved saved -> of(job, StatusWord.SUCCESS, end.occurredAt(), null, null);
            case JobEnded.Failed(var stage, var attempts, var error) ->
                failed(job, end.occurredAt(), error, stage, attempts);
            case JobEnded.Cancelled() -> of(job, StatusWord.REVOKED, end.occurredAt(), null, null);
        };
    }

    private static ListedJobView told(ListedJob job, JobStatus status) {
        String word = StatusWord.of(status);
        return switch (status) {
            case JobStatus.Pending p -> of(job, word, null, null, null);
            case JobStatus.Started s -> of(job, word, null, null, null);
            case JobStatus.Progress progress ->
                of(job, word, null, progress.step().id(), progress.step().progress());
            case JobStatus.Retrying r -> of(job, word, null, null, null);
            case JobStatus.Succeeded success -> of(job, word, success.at(), null, null);
            case JobStatus.Failed(var stage, var attempts, var error, var at) ->
                failed(job, at, error, stage, attempts);
            case JobStatus.Revoked(var at) -> of(job, word, at, null, null);
        };
    }

    private static ListedJobView of(ListedJob job, String status, Instant endedAt, String step, Integer progress) {
        return new ListedJobView(
                job.id().toString(),
                job.submission().filename(),
                job.submission().file().size(),
                WireTime.of(job.submission().submittedAt()),
                status,
                endedAt == null ? null : WireTime.of(endedAt),
                step,
                progress,
                null,
                null);
    }

    private static ListedJobView failed(ListedJob job, Instant at, JobError error, Stage stage, int attempts) {
        return new ListedJobView(
                job.id().toString(),
                job.submission().filename(),
                job.submission().file().size(),
                WireTime.of(job.submission().submittedAt()),
                StatusWord.FAILURE,
                WireTime.of(at),
                null,
                null,
                error.message(),
                ErrorDetails.of(error, stage, attempts));
    }
}
