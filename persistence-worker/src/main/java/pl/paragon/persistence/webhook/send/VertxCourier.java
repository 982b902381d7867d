package pl.paragon.persistence.webhook.send;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.runtime.webhook.Receiver;

/**
 * Vert.x's client, since a request may name the address to connect to beside the host: for the header {@code Host}, for
 * SNI and for the certificate it is the host that counts, and the name service is not asked again. A connection serves
 * one message, and is closed whatever becomes of it.
 */
public final class VertxCourier implements Courier {

    /** Nothing of an answer is kept but its status; more is not even read. */
    private static final int MOST_OF_AN_ANSWER = 64 * 1024;

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    /** @param timeout of a message, from the connection to the end of the answer */
    public VertxCourier(Vertx vertx, int atATime, Duration connectTimeout, Duration timeout, Clock clock) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxPoolSize(atATime)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setSslHandshakeTimeout(connectTimeout.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setTryUseCompression(false));
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Answer send(Receiver receiver, int attempt, Map<String, String> headers, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        receiver.port(), receiver.address(attempt).getHostAddress()))
                .setHost(receiver.host())
                .setPort(receiver.port())
                .setSsl(receiver.tls())
                .setURI(receiver.target())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        CompletableFuture<Answer> answered = new CompletableFuture<>();
        Future<HttpClientRequest> connected = http.request(options);
        CompletableFuture<Void> done = connected
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> {
                    answered.complete(answer(response));
                    return drained(response);
                })
                .onFailure(answered::completeExceptionally)
                .toCompletionStage()
                .toCompletableFuture();
        try {
            done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return answered.join();
        } catch (ExecutionException | TimeoutException e) {
            // An answer whose body is too long, or breaks off, is an answer all the same.
            return answered.isDone() && !answered.isCompletedExceptionally()
                    ? answered.join()
                    : new Answer.Unanswered(fault(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unanswered(AttemptFault.BROKEN_OFF);
        } finally {
            connected.onSuccess(request -> request.connection().close());
        }
    }

    private Answer answer(HttpClientResponse response) {
        return new Answer.Answered(
                response.statusCode(), RetryAfter.of(response.getHeader("Retry-After"), clock.instant()));
    }

    private static Future<Void> drained(HttpClientResponse response) {
        Promise<Void> end = Promise.promise();
        long[] read = {0};
        response.handler(buffer -> {
            read[0] += buffer.length();
            if (read[0] > MOST_OF_AN_ANSWER) {
                end.tryComplete();
            }
        });
        response.endHandler(ended -> end.tryComplete());
        response.exceptionHandler(end::tryFail);
        return end.future();
    }

    private static AttemptFault fault(Exception failure) {
        if (failure instanceof TimeoutException) {
            return AttemptFault.TIMED_OUT;
        }
        return switch (failure.getCause()) {
            case ConnectException refusedOrTimedOut -> AttemptFault.NOT_CONNECTED;
            case java.net.NoRouteToHostException unreachable -> AttemptFault.NOT_CONNECTED;
            case SSLException noAgreement -> AttemptFault.TLS;
            case null, default -> AttemptFault.BROKEN_OFF;
        };
    }
}
