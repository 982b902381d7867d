package pl.paragon.api.v3.action;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.action.JobActions;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.DatabaseEdge;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.upload.KeyHeader;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.RefusalBodies;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v3/receipts/jobs/actions} and {@code GET …/actions/{action_id}}. */
@Path("/api/v3/receipts/jobs/actions")
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {

    private static final String PATH = "/api/v3/receipts/jobs/actions/";

    private final JobActions actions;
    private final Submitters submitters;
    private final JobConfig config;
    private final DatabaseEdge database;

    ActionResource(JobActions actions, Submitters submitters, JobConfig config) {
        this.actions = actions;
        this.submitters = submitters;
        this.config = config;
        this.database = new DatabaseEdge("Actions on jobs", config.retryAfter());
    }

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<ActionView>> begin(@Context RoutingContext exchange, byte[] body) {
        Optional<IdempotencyKey> key = key(exchange);
        ActionWish wish = ActionWish.read(body);
        JobAction action =
                switch (database.ask(() -> actions.begin(submitters.current(), key, wish.kind(), wish.filter()))) {
                    case JobActions.Begin.Begun(var begun) -> begun;
                    case JobActions.Begin.TooMany(var most) ->
                        throw ApiException.of(ErrorBody.of(
                                ApiError.TOO_MANY_JOBS, "The filter matches too many jobs", Map.of("most", most)));
                    case JobActions.Begin.KeyReused() ->
                        throw ApiException.of(RefusalBodies.of(new Refusal.KeyReused()));
                };
        return answer(202, "Action started", action)
                .header(HttpHeaders.LOCATION, PATH + action.id())
                .build();
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/{action_id}")
    @RunOnVirtualThread
    public RestResponse<Envelope<ActionView>> status(@PathParam("action_id") String id) {
        Optional<UUID> action = JobId.parse(id).map(JobId::value);
        if (action.isEmpty()) {
            throw notFound(id);
        }
        return database.ask(() -> actions.find(submitters.current(), action.get()))
                .map(found ->
                        answer(200, "Action retrieved successfully", found).build())
                .orElseThrow(() -> notFound(id));
    }

    private static Optional<IdempotencyKey> key(RoutingContext exchange) {
        try {
            return KeyHeader.of(exchange);
        } catch (IllegalArgumentException e) {
            throw ApiException.of(RefusalBodies.of(new Refusal.BadKey(e.getMessage())));
        }
    }

    private ResponseBuilder<Envelope<ActionView>> answer(int status, String message, JobAction action) {
        ActionView view = ActionView.of(action);
        ResponseBuilder<Envelope<ActionView>> answer = ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status), new Envelope<>(status, message, view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return view.finished()
                ? answer
                : answer.header(HttpHeaders.RETRY_AFTER, config.retryAfter().toSeconds());
    }

    private static ApiException notFound(String id) {
        return ApiException.of(ErrorBody.of(ApiError.ACTION_NOT_FOUND, "Action not found", Map.of("action_id", id)));
    }
}
