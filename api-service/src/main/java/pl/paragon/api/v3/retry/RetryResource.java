package pl.paragon.api.v3.retry;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.job.Retries;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v3/receipts/retry/{job_id}}. */
@Path("/api/v3/receipts/retry")
public class RetryResource {

    private final Retries retries;
    private final Submitters submitters;
    private final JobConfig config;

    RetryResource(Retries retries, Submitters submitters, JobConfig config) {
        this.retries = retries;
        this.submitters = submitters;
        this.config = config;
    }

    /**
     * {@code data} of the answer: as of an upload, of the new job.
     *
     * @param retriedFrom the job that failed
     */
    public record Retried(
            JobId jobId, String retriedFrom, String filename, long fileSize, Instant submittedAt, String status) {}

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<Retried>> retry(@PathParam("job_id") String id) {
        return switch (retries.retry(submitters.current(), id)) {
            case Retries.Retry.Resubmitted(var as, var submission) ->
                accepted(new Retried(
                        as,
                        id,
                        submission.filename(),
                        submission.file().size(),
                        WireTime.of(submission.submittedAt()),
                        "PENDING"));
            case Retries.Retry.Unknown() ->
                throw ApiException.of(ErrorBody.of(ApiError.JOB_NOT_FOUND, "Task not found", Map.of("job_id", id)));
            case Retries.Retry.NotFailed() ->
                throw ApiException.of(
                        ErrorBody.of(ApiError.JOB_NOT_FAILED, "The task has not failed", Map.of("job_id", id)));
            case Retries.Retry.FileGone() ->
                throw ApiException.of(
                        ErrorBody.of(ApiError.FILE_GONE, "The task's file is no longer stored", Map.of("job_id", id)));
            case Retries.Retry.Unavailable(var why) ->
                throw ApiException.unavailable("Retrying tasks is temporarily unavailable", why, config.retryAfter());
        };
    }

    private RestResponse<Envelope<Retried>> accepted(Retried retried) {
        return ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, new Envelope<>(202, "Receipt processing started", retried))
                .header(HttpHeaders.LOCATION, "/api/v3/receipts/status/" + retried.jobId())
                .header(HttpHeaders.RETRY_AFTER, config.nextPoll(null).toSeconds())
                .build();
    }
}
