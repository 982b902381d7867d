package pl.paragon.api.v2;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.job.Waiter;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v1/receipts/upload}: the text of a receipt, without an envelope; errors are sentences. */
@Path("/api/v1/receipts")
public class FirstVersionResource {

    private final FormIntake intake;
    private final Reading reading;
    private final Submitters submitters;
    private final JobConfig jobs;

    FirstVersionResource(FormIntake intake, Reading reading, Submitters submitters, JobConfig jobs) {
        this.intake = intake;
        this.reading = reading;
        this.submitters = submitters;
        this.jobs = jobs;
    }

    /** The text, one printed line per line. */
    public record ExtractedText(String text, String message) {}

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/upload")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public ExtractedText upload(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body)
            throws InterruptedException {
        Submitter submitter = submitters.current();
        Waiter client = Reading.client(exchange);
        Task task = intake.read(submitter, exchange, body, userId, FirstVersionResource::refused);
        return switch (reading.await(submitter, task, Wanted.TEXT, client)) {
            case Outcome.Read(var result) -> new ExtractedText(result.ocrText(), ReadingResource.EXTRACTED);
            case Outcome.Failed failed -> throw plain(Bodies.of(failed, Wanted.TEXT));
            case Outcome.Cancelled cancelled -> throw plain(Bodies.of(cancelled, Wanted.TEXT));
            case Outcome.TimedOut late -> throw plain(Bodies.of(late));
            case Outcome.Unavailable unavailable -> throw Bodies.of(unavailable, jobs.retryAfter());
        };
    }

    private static ErrorBody refused(Refusal refusal) {
        ErrorBody body = Bodies.refused(refusal);
        if (refusal instanceof Refusal.NoFile) {
            return body;
        }
        return body.withDetail(
                refusal instanceof Refusal.UnsupportedType
                        ? "Unsupported file type. Only images and PDFs are supported."
                        : body.message());
    }

    /** The reason as a sentence where version 1 has it: alone in {@code detail}. */
    private static ApiException plain(ApiException e) {
        ErrorBody body = e.body();
        Object why = body.details() instanceof Map<?, ?> details ? details.get("error") : null;
        return ApiException.of(body.withDetail(why == null ? body.message() : why));
    }
}
