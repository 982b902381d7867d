package pl.paragon.api.http.upload;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.UnreadBody;
import pl.paragon.api.idempotency.IdempotencyConfig;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.api.limit.Quota;
import pl.paragon.runtime.metrics.Metric;

/** One upload: what its request says, and what every answer to it says. */
public final class UploadExchange {

    private static final String ACCEPTED = "accepted";
    private static final String REPEATED = "repeated";
    /** Of a body, of 64 kB at most each. */
    private static final int PIECES_AHEAD = 3;

    private final RoutingContext exchange;
    private final Function<Refusal, ErrorBody> words;
    private final UploadConfig uploads;
    private final IdempotencyConfig keys;
    private final MeterRegistry meters;

    UploadExchange(
            RoutingContext exchange,
            Function<Refusal, ErrorBody> words,
            UploadConfig uploads,
            IdempotencyConfig keys,
            MeterRegistry meters) {
        this.exchange = exchange;
        this.words = words;
        this.uploads = uploads;
        this.keys = keys;
        this.meters = meters;
    }

    /** The form in the body; what is not read of it is discarded after the answer. */
    public FormReader.Request form(InputStream body) {
        HttpServerRequest request = exchange.request();
        // 100 Continue is sent when the body is read for the first time.
        boolean waitsToSend = request.getHeader(HttpHeaders.EXPECT) != null;
        if (waitsToSend) {
            UnreadBody.discardAfterAnswerOrClose(exchange);
        } else {
            UnreadBody.discardAfterAnswer(
                    exchange, new UnreadBody.Bounds(uploads.maxDiscarded().asLongValue(), uploads.maxDiscarding()));
        }
        // Beside the one that the stream asks for: it would ask for the next only when that is read, and each time wait
        // for the thread that reads the socket.
        request.fetch(PIECES_AHEAD);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new FormReader.Request(
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                length == null ? -1 : Long.parseLong(length),
                waitsToSend,
                body,
                address());
    }

    /** That the request came from. */
    public String address() {
        return exchange.request().remoteAddress().hostAddress();
    }

    /** Empty if the client names none. @throws ApiException if what it names is none */
    public Optional<IdempotencyKey> key() {
        try {
            return KeyHeader.of(exchange);
        } catch (IllegalArgumentException e) {
            throw refused(new Refusal.BadKey(e.getMessage()));
        }
    }

    /**
     * @param files how many
     * @param quota what is left of the user's limit; empty if there is none
     */
    public void accepted(long files, Optional<Quota> quota) {
        quota.ifPresent(left -> RateLimitHeaders.set(exchange, left));
        count(ACCEPTED, files);
    }

    /** It is what was accepted before. */
    public void repeated() {
        exchange.response().putHeader("Idempotent-Replayed", "true");
        count(REPEATED, 1);
    }

    /** The answer to an upload that is refused. */
    public ApiException refused(Refusal refusal) {
        ErrorBody body = noteRefused(refusal);
        if (refusal instanceof Refusal.RateLimited(var quota)) {
            RateLimitHeaders.set(exchange, quota);
            return ApiException.later(body, Duration.ofSeconds(quota.resetSeconds()));
        }
        if (refusal instanceof Refusal.KeyInFlight) {
            return ApiException.later(body, keys.retryAfter());
        }
        return refusal instanceof Refusal.Unavailable || refusal instanceof Refusal.StoreFull
                ? ApiException.unavailable(body, uploads.retryAfter())
                : ApiException.of(body);
    }

    /** Counts a refusal; for endpoints that answer it by something else than an error. */
    public ErrorBody noteRefused(Refusal refusal) {
        ErrorBody body = words.apply(refusal);
        count(outcome(body.errorCode()), 1);
        return body;
    }

    /** Shows all outcomes before the first. */
    static void register(MeterRegistry meters) {
        Stream.concat(
                        Stream.of(ACCEPTED, REPEATED),
                        Arrays.stream(ApiError.values()).map(error -> outcome(error.name())))
                .forEach(outcome -> Metric.UPLOADS.counter(meters, outcome));
    }

    private static String outcome(String errorCode) {
        return errorCode.toLowerCase(Locale.ROOT);
    }

    private void count(String outcome, long files) {
        Metric.UPLOADS.counter(meters, outcome).increment(files);
    }
}
