package pl.paragon.api.v2;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.result.ResultUnavailableException;
import pl.paragon.api.result.Results;
import pl.paragon.api.status.Job;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.result.ResultView;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v2/receipts/process_async} and {@code GET /api/v2/receipts/status/{task_id}}. */
@Path("/api/v2/receipts")
public class TaskResource {

    private static final String UNAVAILABLE = "Task status is temporarily unavailable";

    private final FormIntake intake;
    private final Jobs jobs;
    private final Results results;
    private final Submitters submitters;
    private final JobConfig config;

    TaskResource(FormIntake intake, Jobs jobs, Results results, Submitters submitters, JobConfig config) {
        this.intake = intake;
        this.jobs = jobs;
        this.results = results;
        this.submitters = submitters;
        this.config = config;
    }

    /** What the client gets for its file. */
    public record TaskStarted(int statusCode, String message, JobId taskId) {}

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/process_async")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<TaskStarted> start(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body) {
        JobId job = intake.kept(submitters.current(), exchange, body, userId).job();
        return ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, new TaskStarted(202, "Receipt processing started", job))
                .header(HttpHeaders.LOCATION, "/api/v2/receipts/status/" + job)
                .header(HttpHeaders.RETRY_AFTER, config.retryAfter().toSeconds())
                .build();
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/status/{task_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<TaskView> status(@PathParam("task_id") String id) {
        TaskView view =
                switch (jobs.find(submitters.current(), id)) {
                    case Jobs.Lookup.Found(var job) -> view(job);
                    case Jobs.Lookup.Unknown() -> unknown(id);
                    case Jobs.Lookup.Unavailable(var why) ->
                        throw ApiException.unavailable(UNAVAILABLE, why, config.retryAfter());
                };
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private TaskView view(Job job) {
        try {
            return TaskView.of(
                    job,
                    success -> ResultView.of(
                            job.id(),
                            job.submission(),
                            success,
                            results.of(job.id(), success.result().analysis())));
        } catch (ResultUnavailableException e) {
            throw ApiException.unavailable(UNAVAILABLE, "The result is unavailable", config.retryAfter());
        }
    }

    private TaskView unknown(String id) {
        return switch (config.unknownJob()) {
            case PENDING -> TaskView.pending(id);
            case NOT_FOUND ->
                throw ApiException.of(ErrorBody.of(ApiError.JOB_NOT_FOUND, "Task not found", Map.of("task_id", id)));
        };
    }
}
