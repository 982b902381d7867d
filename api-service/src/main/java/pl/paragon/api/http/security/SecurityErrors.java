package pl.paragon.api.http.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ErrorAnswer;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.UnreadBody;

/** Refusals before an endpoint is called: nobody knows who asks, or may not do this. */
class SecurityErrors {

    @ServerExceptionMapper
    Response nothingShown(UnauthorizedException e, HttpHeaders headers, UriInfo uri, RoutingContext exchange) {
        return refuse(
                ErrorBody.of(ApiError.UNAUTHORIZED, "Not authenticated", Map.of("error", "No credentials were sent")),
                Challenge.withoutReason(),
                headers,
                uri,
                exchange);
    }

    @ServerExceptionMapper
    Response invalid(AuthenticationFailedException e, HttpHeaders headers, UriInfo uri, RoutingContext exchange) {
        String why = InvalidCredentials.reason(e);
        return refuse(
                ErrorBody.of(ApiError.UNAUTHORIZED, "Invalid credentials", Map.of("error", why)),
                Challenge.invalid(why),
                headers,
                uri,
                exchange);
    }

    @ServerExceptionMapper
    Response forbidden(
            ForbiddenException e, HttpHeaders headers, UriInfo uri, RoutingContext exchange, ResourceInfo endpoint) {
        String scope = Optional.ofNullable(endpoint.getResourceMethod())
                .map(method -> method.getAnnotation(PermissionsAllowed.class))
                .map(demanded -> String.join(" ", demanded.value()))
                .orElse("");
        return refuse(
                ErrorBody.of(
                        ApiError.FORBIDDEN,
                        "Not permitted",
                        Map.of("error", "This needs the scope " + scope, "scope", scope)),
                Challenge.insufficient(scope),
                headers,
                uri,
                exchange);
    }

    private static Response refuse(
            ErrorBody body, String challenge, HttpHeaders headers, UriInfo uri, RoutingContext exchange) {
        // The endpoint, which would have seen to it, is not called.
        UnreadBody.discardUnread(exchange);
        return ErrorAnswer.of(body, headers, uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
