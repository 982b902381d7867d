package pl.paragon.api.upload;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What becomes of the rest of a body whose request is answered already: it is read and thrown away within bounds, so that a client that sends first and reads afterwards sees
 * its answer (closing at once would reset the connection under it), and beyond them the connection is closed.
 */
final class UnreadBody {

    private final HttpServerRequest request;
    private final long most;
    private long discarded;

    private UnreadBody(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    /** To be called on the request's own Vert.x context, before it is answered. */
    static void discardAfterAnswer(RoutingContext exchange, UploadConfig config) {
        Context context = Vertx.currentContext();
        exchange.addEndHandler(answered -> {
            // A connection that broke before the answer is for whoever reads the body to notice.
            if (answered.succeeded() && exchange.response().ended()) {
                // The answer is written on a virtual thread; what is left to come is handled where it arrives.
                context.runOnContext(now -> discardRest(exchange, config));
            }
        });
    }

    private static void discardRest(RoutingContext exchange, UploadConfig config) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        UnreadBody rest = new UnreadBody(request, config.maxDiscarded().asLongValue());
        long timer = exchange.vertx().setTimer(config.maxDiscarding().toMillis(), late -> {
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
