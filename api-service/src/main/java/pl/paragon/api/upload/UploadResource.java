package pl.paragon.api.upload;

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
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.UnreadBody;
import pl.paragon.contracts.job.JobId;

/** {@code POST /api/v3/receipts/process}: a receipt comes in, its job id goes out. */
@Path("/api/v3/receipts")
public class UploadResource {

    private final ReceiptIntake intake;
    private final UploadConfig config;
    private final MeterRegistry meters;

    UploadResource(ReceiptIntake intake, UploadConfig config, MeterRegistry meters) {
        this.intake = intake;
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
        ReceiptIntake.Accepted accepted = counted(() -> intake.take(request, userId));
        return new Envelope<>(
                202,
                "Receipt processing started",
                new Submitted(
                        accepted.job(),
                        accepted.submission().filename(),
                        accepted.submission().file().size(),
                        accepted.submission().submittedAt(),
                        "PENDING"));
    }

    private interface Intake {
        ReceiptIntake.Accepted take();
    }

    private ReceiptIntake.Accepted counted(Intake intake) {
        String outcome = "failed";
        try {
            ReceiptIntake.Accepted accepted = intake.take();
            outcome = "accepted";
            return accepted;
        } catch (ApiException e) {
            outcome = e.body().errorCode().toLowerCase(Locale.ROOT);
            throw e;
        } finally {
            meters.counter("paragon.uploads", "outcome", outcome).increment();
        }
    }
}
