package pl.paragon.api.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.result.ResultUnavailableException;
import pl.paragon.api.result.Results;
import pl.paragon.api.status.Job;

/** {@code GET /api/v3/receipts/status/{job_id}} and {@code DELETE /api/v3/receipts/cancel/{job_id}}. */
@Path("/api/v3/receipts")
public class JobResource {

    private static final Logger LOG = Logger.getLogger(JobResource.class);

    private final Jobs jobs;
    private final Results results;
    private final JobConfig config;
    private final Clock clock;

    JobResource(Jobs jobs, Results results, JobConfig config, Clock clock) {
        this.jobs = jobs;
        this.results = results;
        this.config = config;
        this.clock = clock;
    }

    /**
     * {@code data} of a cancel's answer.
     *
     * @param known whether there is such a job; {@code null} where that cannot be told for the moment
     * @param status of the job when the cancel arrived; absent where it is not known
     */
    public record CancelView(
            String jobId,
            Instant cancelledAt,
            Boolean known,

            @JsonInclude(JsonInclude.Include.NON_NULL) String status) {}

    @GET
    @Path("/status/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @RunOnVirtualThread
    public Envelope<StatusView> status(@PathParam("job_id") String id) {
        StatusView view = jobs.find(id).map(this::view).orElseGet(() -> unknown(id));
        return new Envelope<>(200, "Task status retrieved successfully", view);
    }

    @DELETE
    @Path("/cancel/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<CancelView> cancel(@PathParam("job_id") String id) {
        Instant now = WireTime.of(clock.instant());
        CancelView view =
                switch (jobs.cancel(id)) {
                    case Jobs.Cancel.Requested(var job) -> new CancelView(id, now, true, StatusWord.of(job.status()));
                    case Jobs.Cancel.TooLate(var job) -> new CancelView(id, now, true, StatusWord.of(job.status()));
                    case Jobs.Cancel.Unknown() -> new CancelView(id, now, false, null);
                    case Jobs.Cancel.RequestedUnseen() -> new CancelView(id, now, null, null);
                };
        return new Envelope<>(200, "Task cancellation requested", view);
    }

    private StatusView view(Job job) {
        try {
            return StatusView.of(job, results::of, WireTime.of(clock.instant()));
        } catch (ResultUnavailableException e) {
            LOG.warnf("The result of job %s is unavailable: %s", job.id(), e.getMessage());
            throw ApiException.unavailable(
                    "Task status is temporarily unavailable", "The result is unavailable", config.retryAfter(), e);
        }
    }

    private StatusView unknown(String id) {
        return switch (config.unknownJob()) {
            case PENDING -> StatusView.unknown(id, WireTime.of(clock.instant()));
            case NOT_FOUND -> throw ApiException.of(404, "JOB_NOT_FOUND", "Task not found", Map.of("job_id", id));
        };
    }
}
