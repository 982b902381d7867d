package pl.paragon.api.push;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.listen.Admission;
import pl.paragon.api.listen.Interest;
import pl.paragon.api.listen.Listeners;
import pl.paragon.api.listen.PushConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code GET /api/v3/receipts/events} and {@code GET /api/v3/receipts/events/{job_id}}: Server-Sent Events. */
@Path("/api/v3/receipts")
public class EventsResource {

    /** Tells a proxy, nginx above all, to pass each event on at once. */
    private static final String BUFFERING = "X-Accel-Buffering";

    private final Listeners listeners;
    private final Submitters submitters;
    private final PushConfig config;
    private final Clock clock;

    EventsResource(Listeners listeners, Submitters submitters, PushConfig config, Clock clock) {
        this.listeners = listeners;
        this.submitters = submitters;
        this.config = config;
        this.clock = clock;
    }

    /** The stream has ended, and the client has all of it: 204 keeps a browser from coming back. */
    private static final class StreamOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ServerExceptionMapper
    Response over(StreamOver over) {
        return Response.noContent().build();
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = BUFFERING, value = "no")
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> all(
            @QueryParam(Wish.JOB_ID) List<String> jobs,
            @QueryParam(Wish.USER_ID) String userId,
            @HeaderParam(Wish.LAST_EVENT_ID) String lastEventId,
            @QueryParam(Wish.LAST_EVENT_ID_PARAMETER) String lastEventIdParameter,
            @Context Sse sse,
            @Context RoutingContext exchange) {
        OptionalLong since = since(lastEventId, lastEventIdParameter);
        return stream(Wish.interest(jobs, userId), since, "", sse, exchange);
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/events/{job_id}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = BUFFERING, value = "no")
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> one(
            @PathParam(Wish.JOB_ID) String id,
            @HeaderParam(Wish.LAST_EVENT_ID) String lastEventId,
            @QueryParam(Wish.LAST_EVENT_ID_PARAMETER) String lastEventIdParameter,
            @Context Sse sse,
            @Context RoutingContext exchange) {
        OptionalLong since = since(lastEventId, lastEventIdParameter);
        JobId job = JobId.parse(id).orElseThrow(() -> notFound(id));
        Interest interest = new Interest(new Interest.Which.UntilTheEndOf(job), Optional.empty());
        return stream(interest, since, id, sse, exchange);
    }

    private Multi<OutboundSseEvent> stream(
            Interest interest, OptionalLong since, String id, Sse sse, RoutingContext exchange) {
        return switch (listeners.admit(submitters.current(), interest, since)) {
            case Admission.Granted granted ->
                EventStream.of(
                        granted,
                        listeners,
                        config.backlog(),
                        sse,
                        exchange.request().connection()::close,
                        clock);
            case Admission.Unknown() -> throw notFound(id);
            case Admission.Over() -> throw new StreamOver();
            case Admission.Full() ->
                throw ApiException.unavailable(
                        "Too many listeners", "This gateway has no room for another listener", config.retryAfter());
            case Admission.Unavailable(var why) ->
                throw ApiException.unavailable("Task status is temporarily unavailable", why, config.retryAfter());
        };
    }

    private static OptionalLong since(String header, String parameter) {
        try {
            return Wish.since(header, parameter);
        } catch (NumberFormatException e) {
            throw ApiException.of(ErrorBody.of(
                    ApiError.BAD_REQUEST,
                    "Last-Event-ID is not the id of an event",
                    Map.of("field", Wish.LAST_EVENT_ID, "error", "Send the id of the last event that you received")));
        }
    }

    private static ApiException notFound(String id) {
        return ApiException.of(ErrorBody.of(ApiError.JOB_NOT_FOUND, "Task not found", Map.of("job_id", id)));
    }
}
