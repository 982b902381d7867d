package pl.paragon.api.http.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What each answer tells a browser not to do with it, refusals included. What an endpoint says itself stands. */
@ApplicationScoped
class SecurityHeaders {

    /** Before everything that may answer, CORS (-300) included. */
    private static final int ORDER = -400;

    /** Answers are data: nothing in them is to be run, fetched or framed. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** The page that shows the API has its scripts from this host, and styles inside it. */
    private static final String SWAGGER_UI =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(SecurityHeaders::addToAnswer);
    }

    private static void addToAnswer(RoutingContext exchange) {
        exchange.addHeadersEndHandler(written -> {
            MultiMap headers = exchange.response().headers();
            String path = String.valueOf(exchange.request().path());
            addUnlessThere(headers, "X-Content-Type-Options", "nosniff");
            addUnlessThere(headers, "Referrer-Policy", "no-referrer");
            addUnlessThere(headers, "Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER_UI : DATA);
            if (path.startsWith("/api/")) {
                addUnlessThere(headers, HttpHeaders.CACHE_CONTROL, "no-store");
            }
            // A year, once the browser has come by TLS; over plain HTTP it would not believe it.
            if (exchange.request().isSSL()) {
                addUnlessThere(headers, "Strict-Transport-Security", "max-age=31536000");
            }
        });
        exchange.next();
    }

    private static void addUnlessThere(MultiMap headers, CharSequence name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
