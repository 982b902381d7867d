package pl.paragon.api.v2;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pl.paragon.api.batch.Batch;
import pl.paragon.api.batch.BatchIntake;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.RateLimitHeaders;
import pl.paragon.api.http.UnreadBody;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.ReceiptIntake;
import pl.paragon.api.intake.ReceiptIntake.Accepted;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/** Submits what a request of version 1 or 2 brings, or ends the request with the refusal. */
@ApplicationScoped
class FormIntake {

    /** As the successor had it. */
    private static final int MOST_FILES = 50;

    private final ReceiptIntake intake;
    private final BatchIntake batches;
    private final UploadConfig config;
    private final MeterRegistry meters;

    FormIntake(ReceiptIntake intake, BatchIntake batches, UploadConfig config, MeterRegistry meters) {
        this.intake = intake;
        this.batches = batches;
        this.config = config;
        this.meters = meters;
    }

    /**
     * @param userId beside the form, or {@code null}
     * @param words the edge's for a refusal
     */
    Accepted file(
            Submitter submitter,
            RoutingContext exchange,
            InputStream body,
            String userId,
            Function<Refusal, ErrorBody> words) {
        return accepted(intake.take(submitter, request(exchange, body), userId), exchange, words);
    }

    Accepted text(Submitter submitter, RoutingContext exchange, String text, Function<Refusal, ErrorBody> words) {
        return accepted(intake.takeText(submitter, text, address(exchange)), exchange, words);
    }

    /** A receipt that the client enters, and the JSON that it sends. */
    Accepted entered(Submitter submitter, RoutingContext exchange, byte[] json, AnalyzedReceipt receipt) {
        return accepted(intake.takeReceipt(submitter, json, receipt, address(exchange)), exchange, Bodies::refused);
    }

    /** What became of a batch. */
    sealed interface Batching {}

    record Batched(Batch batch) implements Batching {}

    record AllRefused(List<Refusal.FileRefusal> files) implements Batching {}

    /** Several files. @param userId beside the form, or {@code null} */
    Batching batch(Submitter submitter, RoutingContext exchange, InputStream body, String userId) {
        BatchIntake.Decision decision =
                batches.take(submitter, Optional.empty(), request(exchange, body), userId, MOST_FILES);
        return switch (decision) {
            case BatchIntake.Accepted(var batch, var quota) -> {
                quota.ifPresent(left -> RateLimitHeaders.set(exchange, left));
                meters.counter("paragon.uploads", "outcome", "accepted")
                        .increment(batch.accepted().count());
                yield new Batched(batch);
            }
            case BatchIntake.Repeated repeated ->
                throw new IllegalStateException("nobody asked for " + repeated + " to be accepted once only");
            case BatchIntake.Refused(Refusal.BatchRefused(var files)) -> {
                count(ApiError.BATCH_REFUSED.name().toLowerCase(Locale.ROOT));
                yield new AllRefused(files);
            }
            case BatchIntake.Refused(var refusal) -> throw refused(refusal, exchange, Bodies::batchRefused);
        };
    }

    private FormReader.Request request(RoutingContext exchange, InputStream body) {
        HttpServerRequest request = exchange.request();
        // 100 Continue is sent when the body is read for the first time.
        boolean waitsToSend = request.getHeader(HttpHeaders.EXPECT) != null;
        if (waitsToSend) {
            UnreadBody.discardAfterAnswerOrClose(exchange);
        } else {
            UnreadBody.discardAfterAnswer(
                    exchange, new UnreadBody.Bounds(config.maxDiscarded().asLongValue(), config.maxDiscarding()));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new FormReader.Request(
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                length == null ? -1 : Long.parseLong(length),
                waitsToSend,
                body,
                address(exchange));
    }

    private static String address(RoutingContext exchange) {
        return exchange.request().remoteAddress().hostAddress();
    }

    private Accepted accepted(
            ReceiptIntake.Decision decision, RoutingContext exchange, Function<Refusal, ErrorBody> words) {
        return switch (decision) {
            case Accepted accepted -> {
                accepted.quota().ifPresent(left -> RateLimitHeaders.set(exchange, left));
                count("accepted");
                yield accepted;
            }
            case ReceiptIntake.Repeated repeated ->
                throw new IllegalStateException("nobody asked for job " + repeated + " to be accepted once only");
            case ReceiptIntake.Refused(var refusal) -> throw refused(refusal, exchange, words);
        };
    }

    private ApiException refused(Refusal refusal, RoutingContext exchange, Function<Refusal, ErrorBody> words) {
        ErrorBody body = words.apply(refusal);
        count(body.errorCode().toLowerCase(Locale.ROOT));
        if (refusal instanceof Refusal.RateLimited(var quota)) {
            RateLimitHeaders.set(exchange, quota);
            return ApiException.later(body, Duration.ofSeconds(quota.resetSeconds()));
        }
        return refusal instanceof Refusal.Unavailable || refusal instanceof Refusal.StoreFull
                ? ApiException.unavailable(body, config.retryAfter())
                : ApiException.of(body);
    }

    private void count(String outcome) {
        meters.counter("paragon.uploads", "outcome", outcome).increment();
    }
}
