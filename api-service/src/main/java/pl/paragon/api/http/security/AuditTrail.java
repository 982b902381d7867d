package pl.paragon.api.http.security;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pl.paragon.api.http.household.OnBehalf;
import pl.paragon.contracts.json.Json;

/**
 * Writes a line for each request to an endpoint that demands a scope, whatever became of it, in a category of its own:
 * {@code pl.paragon.audit}.
 */
class AuditTrail {

    private static final Logger AUDIT = Logger.getLogger("pl.paragon.audit");

    @ServerResponseFilter
    void write(
            ContainerRequestContext request,
            ContainerResponseContext answer,
            ResourceInfo endpoint,
            RoutingContext exchange) {
        Method method = endpoint.getResourceMethod();
        if (method == null || !method.isAnnotationPresent(PermissionsAllowed.class)) {
            return;
        }
        AUDIT.info(Json.writeText(line(request, answer, method, exchange)));
    }

    private static AuditLine line(
            ContainerRequestContext request, ContainerResponseContext answer, Method method, RoutingContext exchange) {
        Map<String, String> named = new TreeMap<>();
        request.getUriInfo().getPathParameters().forEach((name, values) -> named.put(name, String.join(",", values)));
        Object made = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (made != null) {
            named.put("made", made.toString());
        }
        SecurityIdentity identity = identity(exchange);
        SocketAddress from = exchange.request().remoteAddress();
        return new AuditLine(
                identity == null ? null : identity.getPrincipal().getName(),
                identity == null ? null : identity.getAttribute(Identities.SHOWN_BY),
                OnBehalf.noted(exchange).orElse(null),
                request.getMethod() + " " + path(method),
                named,
                answer.getStatus(),
                from == null ? null : from.hostAddress());
    }

    /** Without asking for it: who was refused is nobody. */
    private static SecurityIdentity identity(RoutingContext exchange) {
        return exchange.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? user.getSecurityIdentity()
                : null;
    }

    private static String path(Method method) {
        String root = pathOf(method.getDeclaringClass().getAnnotation(Path.class));
        return root + pathOf(method.getAnnotation(Path.class));
    }

    private static String pathOf(Path path) {
        return path == null ? "" : path.value();
    }
}
