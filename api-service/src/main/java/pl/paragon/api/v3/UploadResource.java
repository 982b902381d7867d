package pl.paragon.api.v3;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.time.Instant;
import java.util.Locale;
import org.jboss.resteasy.reactive.ResponseStatus;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.UnreadBody;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.ReceiptIntake;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.contracts.job.JobId;

/** {@code POST /api/v3/receipts/process}: a receipt comes in, its job id goes out. */
@Path("/api/v3/receipts")
public class UploadResource {

    private final ReceiptIntake intake;
    private final Submitters submitters;
    private final UploadConfig config;
    private final MeterRegistry meters;

    UploadResource(ReceiptIntake intake, Submitters submitters, UploadConfig config, MeterRegistry meters) {
        this.intake = intake;
        this.submitters = submitters;
        this.config = config;
        this.meters = meters;
    }

    /** What the client gets for its file. */
    public record Submitted(JobId jobId, String filename, long fileSize, Instant submittedAt, String status) {}

    @POST
    @Path("/process")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @RunOnVirtualThread
    public Envelope<Submitted> process(
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
        FormReader.Request request =
                new FormReader.Request(contentType, contentLength == null ? -1 : contentLength, waitsToSend, body);
        return switch (intake.take(submitters.current(), request, userId)) {
            case ReceiptIntake.Accepted(var job, var submission) -> {
                count("accepted");
                yield new Envelope<>(
                        202,
                        "Receipt processing started",
                        new Submitted(
                                job,
                                submission.filename(),
                                submission.file().size(),
                                submission.submittedAt(),
                                "PENDING"));
            }
            case ReceiptIntake.Refused(var refusal) -> throw refused(refusal);
        };
    }

    private ApiException refused(Refusal refusal) {
        ErrorBody body = RefusalBodies.of(refusal);
        count(body.errorCode().toLowerCase(Locale.ROOT));
        return refusal instanceof Refusal.Unavailable || refusal instanceof Refusal.StoreFull
                ? ApiException.unavailable(body, config.retryAfter())
                : ApiException.of(body);
    }

    private void count(String outcome) {
        meters.counter("paragon.uploads", "outcome", outcome).increment();
    }
}
