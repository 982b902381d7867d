package pl.paragon.api.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * What becomes of a body whose request is answered before it was read: it is read and thrown away within bounds, and
 * beyond them the connection is closed. Closing at once would reset the connection, and a client that sends first and
 * reads afterwards would never see its answer.
 */
public final class UnreadBody {

    /** @param most bytes */
    public record Bounds(long most, Duration longest) {

        /** For a client that may send nothing any more, so that its body may never come to an end. */
        static final Bounds THEN_CLOSE = new Bounds(1024 * 1024, Duration.ofSeconds(1));

        /** For one that goes on sending, and reads its answer afterwards. */
        static final Bounds THEN_GO_ON = new Bounds(64L * 1024 * 1024, Duration.ofSeconds(30));
    }

    private final HttpServerRequest request;
    private final long most;
    private long discarded;

    private UnreadBody(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    /** To be called on the request's own Vert.x context, before it is answered. */
    public static void discardAfterAnswer(RoutingContext exchange, Bounds bounds) {
        Context context = Vertx.currentContext();
        exchange.addEndHandler(answered -> {
            // If the connection broke before the answer, the reader of the body notices.
            if (answered.succeeded() && exchange.response().ended()) {
                // The answer is written on a virtual thread; the rest of the body is handled on its event loop.
                context.runOnContext(now -> discardRest(exchange, bounds));
            }
        });
    }

    /**
     * The same for a client that waits for 100 Continue. It may send its body after a refusal or keep it, so the
     * connection carries no further request; if the body was read after all, it does.
     */
    public static void discardAfterAnswerOrClose(RoutingContext exchange) {
        exchange.addHeadersEndHandler(head -> {
            if (!exchange.request().isEnded()) {
                exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        });
        discardAfterAnswer(exchange, Bounds.THEN_CLOSE);
    }

    /** Whichever of both fits; for refusals before an endpoint has decided it. */
    public static void discardUnread(RoutingContext exchange) {
        if (exchange.request().isEnded()) {
            return;
        }
        if (exchange.request().headers().contains(HttpHeaders.EXPECT)) {
            discardAfterAnswerOrClose(exchange);
        } else {
            discardAfterAnswer(exchange, Bounds.THEN_GO_ON);
        }
    }

    private static void discardRest(RoutingContext exchange, Bounds bounds) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        UnreadBody rest = new UnreadBody(request, bounds.most());
        long timer = exchange.vertx().setTimer(bounds.longest().toMillis(), late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.handler(rest::discard);
        request.endHandler(complete -> exchange.vertx().cancelTimer(timer));
        request.exceptionHandler(gone -> exchange.vertx().cancelTimer(timer));
        request.resume();
    }

    private void discard(Buffer bytes) {
        discarded += bytes.length();
        if (discarded > most) {
            request.connection().close();
        }
    }
}
