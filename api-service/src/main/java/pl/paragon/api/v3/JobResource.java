package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.forecast.Forecasts;
import pl.paragon.api.health.SystemHealth;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.result.ResultUnavailableException;
import pl.paragon.api.status.Job;
import pl.paragon.api.v3.receipt.ReceiptTag;
import pl.paragon.api.v3.result.RenderedResults;
import pl.paragon.contracts.key.Scope;

/**
 * {@code GET /api/v3/receipts/status/{job_id}}, {@code DELETE /api/v3/receipts/cancel/{job_id}} and
 * {@code DELETE /api/v3/receipts/{job_id}}.
 */
@Path("/api/v3/receipts")
public class JobResource {

    private static final Logger LOG = Logger.getLogger(JobResource.class);
    private static final String STATUS_UNAVAILABLE = "Task status is temporarily unavailable";

    private static final String RECEIPTS_UNAVAILABLE = "Receipts are temporarily unavailable";

    private final Jobs jobs;
    private final Receipts receipts;
    private final RenderedResults results;
    private final SystemHealth health;
    private final Forecasts forecasts;
    private final LastTold lastTold;
    private final Submitters submitters;
    private final JobConfig config;
    private final Clock clock;

    JobResource(
            Jobs jobs,
            Receipts receipts,
            RenderedResults results,
            SystemHealth health,
            Forecasts forecasts,
            LastTold lastTold,
            Submitters submitters,
            JobConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.receipts = receipts;
        this.results = results;
        this.health = health;
        this.forecasts = forecasts;
        this.lastTold = lastTold;
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

    /**
     * @param preferences of the client; {@code wait=SECONDS} delays the answer until the job changes or the time is up
     */
    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/status/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<StatusView>> status(
            @PathParam("job_id") String id, @HeaderParam(Preference.HEADER) List<String> preferences)
            throws InterruptedException {
        Optional<Duration> wait = Preference.wait(preferences).map(this::granted);
        Submitter submitter = submitters.current();
        StatusView view =
                switch (jobs.findChanged(submitter, id, wait.orElse(Duration.ZERO))) {
                    case Jobs.Lookup.Found(var job) -> view(submitter, job);
                    case Jobs.Lookup.Unknown() -> unknown(id);
                    case Jobs.Lookup.Unavailable(var why) -> throw unavailable(submitter, id, why);
                };
        ResponseBuilder<Envelope<StatusView>> answer = ResponseBuilder.ok(
                        new Envelope<>(200, "Task status retrieved successfully", view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        wait.ifPresent(granted -> answer.header(Preference.APPLIED, Preference.applied(granted)));
        if (!StatusWord.isFinal(view.status())) {
            answer.header(HttpHeaders.RETRY_AFTER, config.nextPoll(view.eta()).toSeconds());
        }
        return answer.build();
    }

    @DELETE
    @PermissionsAllowed(Scope.Id.WRITE)
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

    /** {@code data} of a deletion's answer. */
    public record DeletionView(String jobId, Instant deletedAt) {}

    @DELETE
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<DeletionView> delete(
            @PathParam("job_id") String id, @HeaderParam(ReceiptTag.CONDITION) List<String> condition) {
        Optional<Integer> revision = condition.isEmpty() ? Optional.empty() : meant(condition, id);
        return switch (jobs.delete(submitters.current(), id, revision)) {
            case Jobs.Delete.Deleted(var at) ->
                new Envelope<>(200, "Receipt deleted", new DeletionView(id, WireTime.of(at)));
            case Jobs.Delete.Running() ->
                throw ApiException.of(ErrorBody.of(
                        ApiError.JOB_RUNNING, "The task is still running; cancel it first", Map.of("job_id", id)));
            case Jobs.Delete.Outdated() -> throw ReceiptTag.outdated(id);
            case Jobs.Delete.Unknown() -> throw notFound(id);
            case Jobs.Delete.Unavailable() ->
                throw ApiException.unavailable(
                        RECEIPTS_UNAVAILABLE, "The database is unavailable", config.retryAfter());
        };
    }

    /** The revision that a client has seen of a receipt, which may have been corrected since; empty if any is meant. */
    private Optional<Integer> meant(List<String> condition, String id) {
        return switch (receipts.find(submitters.current(), id)) {
            case Receipts.Lookup.Found(var receipt) -> ReceiptTag.meant(condition, id, receipt);
            case Receipts.Lookup.Unknown() ->
                throw ApiException.of(
                        ErrorBody.of(ApiError.RECEIPT_NOT_FOUND, "Receipt not found", Map.of("job_id", id)));
            case Receipts.Lookup.Unavailable() ->
                throw ApiException.unavailable(
                        RECEIPTS_UNAVAILABLE, "The database is unavailable", config.retryAfter());
        };
    }

    private static ApiException notFound(String id) {
        return ApiException.of(ErrorBody.of(ApiError.JOB_NOT_FOUND, "Task not found", Map.of("job_id", id)));
    }

    private Duration granted(Duration wait) {
        return wait.compareTo(config.longestWait()) < 0 ? wait : config.longestWait();
    }

    private StatusView view(Submitter submitter, Job job) {
        try {
            StatusView view =
                    StatusView.of(job, results::of, health.holds(), forecasts.of(job), WireTime.of(clock.instant()));
            lastTold.told(submitter, view);
            return view;
        } catch (ResultUnavailableException e) {
            LOG.warnf("The result of job %s is unavailable: %s", job.id(), e.getMessage());
            throw unavailable(submitter, job.id().toString(), "The result is unavailable");
        }
    }

    private ApiException unavailable(Submitter submitter, String id, String why) {
        ErrorBody body = ErrorBody.of(ApiError.SERVICE_UNAVAILABLE, STATUS_UNAVAILABLE, Map.of("error", why));
        return ApiException.unavailable(body.withData(lastTold.of(submitter, id)), config.retryAfter());
    }

    private StatusView unknown(String id) {
        return switch (config.unknownJob()) {
            case PENDING -> StatusView.unknown(id, WireTime.of(clock.instant()));
            case NOT_FOUND -> throw notFound(id);
        };
    }
}
