package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.result.ResultUnavailableException;
import pl.paragon.api.result.Results;
import pl.paragon.api.status.Job;

/** {@code GET /api/v3/receipts/status/{job_id}} and {@code DELETE /api/v3/receipts/cancel/{job_id}}. */
@Path("/api/v3/receipts")
public class JobResource {

    private static final Logger LOG = Logger.getLogger(JobResource.class);

    private final Jobs jobs;
    private final Results results;
    private final Submitters submitters;
    private final JobConfig config;
    private final Clock clock;

    JobResource(Jobs jobs, Results results, Submitters submitters, JobConfig config, Clock clock) {
        this.jobs = jobs;
        this.results = results;
        this.submitters = submitters;
        this.config = config;
        this.clock = clock;
    }

    /**
     * {@code data} of a cancel's answer.
     *
     * @param known whether there is such a job; {@code null} if the status is temporarily unavailable
     * @param status of the job when the cancel arrived; absent if it is not known
     */
    public record CancelView(
            String jobId,
            Instant cancelledAt,
            Boolean known,

            @JsonInclude(JsonInclude.Include.NON_NULL) String status) {}

    /** @param wait seconds to wait for a change of a job that has not ended */
    @GET
    @Path("/status/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @RunOnVirtualThread
    public Envelope<StatusView> status(
            @PathParam("job_id") String id, @QueryParam("wait") @DefaultValue("0") String wait)
            throws InterruptedException {
        StatusView view =
                switch (jobs.findChanged(submitters.current(), id, patience(wait))) {
                    case Jobs.Lookup.Found(var job) -> view(job);
                    case Jobs.Lookup.Unknown() -> unknown(id);
                    case Jobs.Lookup.Unavailable(var why) ->
                        throw ApiException.unavailable(
                                "Task status is unavailable for the moment", why, config.retryAfter());
                };
        return new Envelope<>(200, "Task status retrieved successfully", view);
    }

    @DELETE
    @Path("/cancel/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<CancelView> cancel(@PathParam("job_id") String id) {
        Instant now = WireTime.of(clock.instant());
        CancelView view =
                switch (jobs.cancel(submitters.current(), id)) {
                    case Jobs.Cancel.Requested(var job) -> new CancelView(id, now, true, StatusWord.of(job.status()));
                    case Jobs.Cancel.TooLate(var job) -> new CancelView(id, now, true, StatusWord.of(job.status()));
                    case Jobs.Cancel.Unknown() -> new CancelView(id, now, false, null);
                    case Jobs.Cancel.RequestedUnseen() -> new CancelView(id, now, null, null);
                    case Jobs.Cancel.Unavailable() ->
                        throw ApiException.unavailable(
                                RefusalBodies.UNAVAILABLE, "The message broker is unavailable", config.retryAfter());
                };
        return new Envelope<>(200, "Task cancellation requested", view);
    }

    /** Text, so that what is no number is a 400 and not, as the framework has it, a 404. */
    private Duration patience(String wait) {
        if (!wait.matches("\\d{1,9}")) {
            throw ApiException.of(ErrorBody.of(
                    ApiError.BAD_REQUEST,
                    "Invalid query parameter",
                    Map.of("field", "wait", "error", "A whole number of seconds")));
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(wait));
        return wanted.compareTo(config.longestWait()) < 0 ? wanted : config.longestWait();
    }

    private StatusView view(Job job) {
        try {
            return StatusView.of(job, results::of, WireTime.of(clock.instant()));
        } catch (ResultUnavailableException e) {
            LOG.warnf("The result of job %s is unavailable: %s", job.id(), e.getMessage());
            throw ApiException.unavailable(
                    "Task status is temporarily unavailable", "The result is unavailable", config.retryAfter());
        }
    }

    private StatusView unknown(String id) {
        return switch (config.unknownJob()) {
            case PENDING -> StatusView.unknown(id, WireTime.of(clock.instant()));
            case NOT_FOUND ->
                throw ApiException.of(ErrorBody.of(ApiError.JOB_NOT_FOUND, "Task not found", Map.of("job_id", id)));
        };
    }
}
