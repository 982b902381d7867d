package pl.paragon.api.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
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
    Response refused(ApiException e, HttpHeaders headers, UriInfo uri) {
        Response.ResponseBuilder answer = ErrorAnswer.of(e.body(), headers, uri);
        e.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    /** What the framework refuses: unknown paths, methods and media types. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        int status = e.getResponse().getStatus();
        ErrorBody body = status >= 500 ? failure(e, uri) : FrameworkErrors.body(status, uri.getPath());
        Response.ResponseBuilder answer = ErrorAnswer.of(body, headers, uri);
        Object allowed = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, HttpHeaders headers, UriInfo uri) {
        return ErrorAnswer.of(failure(e, uri), headers, uri).build();
    }

    private static ErrorBody failure(Throwable e, UriInfo uri) {
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(e, "Request %s failed (error %s)", uri.getPath(), errorId);
        return ErrorBody.of(
                ApiError.INTERNAL_SERVER_ERROR,
                FrameworkErrors.failureOf(uri.getPath()),
                Map.of(
                        "error",
                        "An internal error; its description is in the service's log under error_id",
                        "error_id",
                        errorId));
    }
}
