package pl.paragon.api.upload;

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

    static void discardAfterAnswer(RoutingContext exchange, UploadConfig config) {
        HttpServerRequest request = exchange.request();
        exchange.addEndHandler(answered -> {
            if (request.isEnded()) {
                return;
            }
            UnreadBody rest = new UnreadBody(request, config.maxDiscarded().asLongValue());
            request.handler(rest::discard);
            request.exceptionHandler(gone -> {});
            request.resume();
            long timer = exchange.vertx().setTimer(config.maxDiscarding().toMillis(), late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            request.endHandler(complete -> exchange.vertx().cancelTimer(timer));
        });
    }

    private void discard(Buffer bytes) {
        discarded += bytes.length();
        if (discarded > most) {
            request.connection().close();
        }
    }
}
