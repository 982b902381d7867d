package pl.paragon.api.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.error.ErrorFormat;
import pl.paragon.api.error.FrameworkErrors;
import pl.paragon.contracts.json.Json;

/**
 * The first look at every request, on the event loop. What no endpoint could make sense of ends here with the
 * documented body: a head that contradicts itself ({@link Framing}), or a body that turns out to be malformed while it
 * arrives. A head that is no HTTP, or an address that is no URI, does not get this far: the server answers it with a
 * status only.
 */
@ApplicationScoped
class RequestGate {

    /** After CORS (-300), so that browsers can read the refusal; before authentication (-200) and all endpoints. */
    private static final int ORDER = -250;

    private static final Logger LOG = Logger.getLogger(RequestGate.class);

    private final long largestBody;

    RequestGate(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::admit).failureHandler(RequestGate::answerFailure);
    }

    private void admit(RoutingContext exchange) {
        exchange.request().connection().exceptionHandler(failure -> answerBrokenBody(exchange, failure));
        Optional<Framing.Refusal> refusal = Framing.refusalOf(exchange.request().headers(), largestBody);
        if (refusal.isPresent()) {
            refuse(exchange, refusal.get());
            return;
        }
        exchange.next();
    }

    private static void refuse(RoutingContext exchange, Framing.Refusal refusal) {
        HttpServerResponse response = exchange.response();
        if (refusal.error() == ApiError.UNSUPPORTED_CONTENT_ENCODING) {
            response.putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
        }
        if (refusal.thenClose()) {
            UnreadBody.discardAfterAnswerOrClose(exchange);
        } else {
            UnreadBody.discardAfterAnswer(exchange, UnreadBody.Bounds.THEN_GO_ON);
        }
        answer(exchange, refusal.body());
    }

    /** Vert.x closes the connection as soon as this returns; closing it here flushes the answer first. */
    private static void answerBrokenBody(RoutingContext exchange, Throwable failure) {
        HttpServerRequest request = exchange.request();
        if (failure instanceof IOException || request.isEnded()) {
            return;
        }
        LOG.debugf("The body of %s %s is malformed: %s", request.method(), request.path(), failure.getMessage());
        try {
            HttpServerResponse response = exchange.response();
            if (!response.headWritten()) {
                response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                answer(exchange, Framing.brokenBody());
            }
        } catch (IllegalStateException e) {
            LOG.debug("The endpoint answered at the same moment", e);
        }
        request.connection().close();
    }

    /** Failures that no endpoint sees; those above 499 are for the framework to log. */
    private static void answerFailure(RoutingContext exchange) {
        int status = exchange.statusCode();
        if (exchange.response().ended()) {
            LOG.debugf(
                    "The answer of %s came after its body was found malformed",
                    exchange.request().path());
        } else if (status < 400 || status >= 500) {
            exchange.next();
        } else {
            answer(exchange, FrameworkErrors.body(status, path(exchange)));
        }
    }

    private static void answer(RoutingContext exchange, ErrorBody body) {
        ErrorFormat format =
                ErrorFormat.askedFor(all(exchange, HttpHeaders.ACCEPT), all(exchange, HttpHeaders.ACCEPT_LANGUAGE));
        exchange.response()
                .setStatusCode(body.statusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, format.language().tag())
                .putHeader(HttpHeaders.VARY, ErrorFormat.VARIES_BY)
                .end(Json.writeText(format.body(body, path(exchange))));
    }

    private static String all(RoutingContext exchange, CharSequence header) {
        return String.join(",", exchange.request().headers().getAll(header));
    }

    private static String path(RoutingContext exchange) {
        return String.valueOf(exchange.request().path());
    }
}
