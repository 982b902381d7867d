package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.forecast.Forecasts;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.RateLimitHeaders;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.UnreadBody;
import pl.paragon.api.idempotency.IdempotencyConfig;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.ReceiptIntake;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v3/receipts/process}: a receipt comes in, its job id goes out. */
@Path("/api/v3/receipts")
public class UploadResource {

    private final ReceiptIntake intake;
    private final Submitters submitters;
    private final Forecasts forecasts;
    private final UploadConfig config;
    private final IdempotencyConfig keys;
    private final JobConfig jobs;
    private final MeterRegistry meters;

    UploadResource(
            ReceiptIntake intake,
            Submitters submitters,
            Forecasts forecasts,
            UploadConfig config,
            IdempotencyConfig keys,
            JobConfig jobs,
            MeterRegistry meters) {
        this.intake = intake;
        this.submitters = submitters;
        this.forecasts = forecasts;
        this.config = config;
        this.keys = keys;
        this.jobs = jobs;
        this.meters = meters;
    }

    /**
     * What the client gets for its file.
     *
     * @param eta how long it is until the receipt is read; absent if nobody can say
     */
    public record Submitted(
            JobId jobId,
            String filename,
            long fileSize,
            Instant submittedAt,
            String status,
            @JsonUnwrapped Eta eta) {}

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/process")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<Submitted>> process(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long contentLength,
            @HeaderParam("Expect") String expectation,
            @QueryParam("user_id") String userId,
            @Context RoutingContext exchange,
            InputStream body) {
        // 100 Continue is sent when the body is read for the first time.
        boolean waitsToSend = expectation != null;
        if (waitsToSend) {
            UnreadBody.discardAfterAnswerOrClose(exchange);
        } else {
            UnreadBody.discardAfterAnswer(
                    exchange, new UnreadBody.Bounds(config.maxDiscarded().asLongValue(), config.maxDiscarding()));
        }
        FormReader.Request request = new FormReader.Request(
                contentType,
                contentLength == null ? -1 : contentLength,
                waitsToSend,
                body,
                exchange.request().remoteAddress().hostAddress());
        return switch (decide(exchange, request, userId)) {
            case ReceiptIntake.Accepted(var job, var submission, var quota) -> {
                quota.ifPresent(left -> RateLimitHeaders.set(exchange, left));
                count("accepted");
                yield accepted(job, submission);
            }
            case ReceiptIntake.Repeated(var job, var submission) -> {
                count("repeated");
                exchange.response().putHeader("Idempotent-Replayed", "true");
                yield accepted(job, submission);
            }
            case ReceiptIntake.Refused(var refusal) -> throw refused(refusal, exchange);
        };
    }

    private ReceiptIntake.Decision decide(RoutingContext exchange, FormReader.Request request, String userId) {
        Optional<IdempotencyKey> key;
        try {
            key = KeyHeader.of(exchange);
        } catch (IllegalArgumentException e) {
            return new ReceiptIntake.Refused(new Refusal.BadKey(e.getMessage()));
        }
        return key.map(named -> intake.takeOnce(submitters.current(), named, request, userId))
                .orElseGet(() -> intake.take(submitters.current(), request, userId));
    }

    private RestResponse<Envelope<Submitted>> accepted(JobId job, Submission submission) {
        Eta eta = Job.of(job, List.of(Fact.Submitted.of(submission)))
                .flatMap(forecasts::of)
                .map(Eta::of)
                .orElse(null);
        Submitted submitted = new Submitted(
                job, submission.filename(), submission.file().size(), submission.submittedAt(), "PENDING", eta);
        return ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, new Envelope<>(202, "Receipt processing started", submitted))
                .header(HttpHeaders.LOCATION, "/api/v3/receipts/status/" + job)
                .header(HttpHeaders.RETRY_AFTER, jobs.nextPoll(eta).toSeconds())
                .build();
    }

    private ApiException refused(Refusal refusal, RoutingContext exchange) {
        ErrorBody body = RefusalBodies.of(refusal);
        count(body.errorCode().toLowerCase(Locale.ROOT));
        if (refusal instanceof Refusal.RateLimited(var quota)) {
            RateLimitHeaders.set(exchange, quota);
            return ApiException.later(body, Duration.ofSeconds(quota.resetSeconds()));
        }
        if (refusal instanceof Refusal.KeyInFlight) {
            return ApiException.later(body, keys.retryAfter());
        }
        return refusal instanceof Refusal.Unavailable || refusal instanceof Refusal.StoreFull
                ? ApiException.unavailable(body, config.retryAfter())
                : ApiException.of(body);
    }

    private void count(String outcome) {
        meters.counter("paragon.uploads", "outcome", outcome).increment();
    }
}
