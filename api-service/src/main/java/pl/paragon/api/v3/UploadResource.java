package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.forecast.Forecasts;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.upload.UploadEdge;
import pl.paragon.api.http.upload.UploadExchange;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.ReceiptIntake;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v3/receipts/process}: a receipt comes in, its job id goes out. */
@Path("/api/v3/receipts/process")
public class UploadResource {

    private final ReceiptIntake intake;
    private final Submitters submitters;
    private final Forecasts forecasts;
    private final JobConfig jobs;
    private final UploadEdge edge;

    UploadResource(ReceiptIntake intake, Submitters submitters, Forecasts forecasts, JobConfig jobs, UploadEdge edge) {
        this.intake = intake;
        this.submitters = submitters;
        this.forecasts = forecasts;
        this.jobs = jobs;
        this.edge = edge;
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
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<Submitted>> process(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body) {
        UploadExchange upload = edge.of(exchange, RefusalBodies::of);
        FormReader.Request form = upload.form(body);
        return switch (intake.take(submitters.current(), upload.key(), form, userId)) {
            case ReceiptIntake.Accepted(var job, var submission, var quota) -> {
                upload.accepted(1, quota);
                yield accepted(job, submission);
            }
            case ReceiptIntake.Repeated(var job, var submission) -> {
                upload.repeated();
                yield accepted(job, submission);
            }
            case ReceiptIntake.Refused(var refusal) -> throw upload.refused(refusal);
        };
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
}
