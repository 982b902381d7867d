package pl.paragon.api.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever a request's code throws into the documented body. No answer carries a stack trace or the text of an
 * exception of ours.
 */
class ErrorMappers {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    @ServerExceptionMapper
    Response refused(ApiException e) {
        Response.ResponseBuilder answer = json(e.body());
        e.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    /** What the framework refuses: unknown paths, methods and media types. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        Response.ResponseBuilder answer =
                status >= 500 ? failed(e, uri) : json(FrameworkErrors.body(status, uri.getPath()));
        Object allowed = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri) {
        return failed((Exception) asException(e), uri).build();
    }

    private static Response.ResponseBuilder failed(Exception e, UriInfo uri) {
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(e, "Request %s failed (error %s)", uri.getPath(), errorId);
        return json(ErrorBody.of(
                ApiError.INTERNAL_SERVER_ERROR,
                FrameworkErrors.failureOf(uri.getPath()),
                Map.of(
                        "error",
                        "An internal error; its description is in the service's log under error_id",
                        "error_id",
                        errorId)));
    }

    private static Exception asException(Throwable e) {
        return e instanceof Exception exception ? exception : new IllegalStateException(e);
    }

    private static Response.ResponseBuilder json(ErrorBody body) {
        return Response.status(body.statusCode())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
    }
}
