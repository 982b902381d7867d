package pl.paragon.api.v3.batch;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.batch.Batch;
import pl.paragon.api.batch.BatchIntake;
import pl.paragon.api.batch.Batches;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.error.ErrorFormat;
import pl.paragon.api.error.ErrorFormat.Language;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.http.upload.UploadEdge;
import pl.paragon.api.http.upload.UploadExchange;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.RefusalBodies;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v3/receipts/batch}, and {@code GET} and {@code DELETE} of {@code …/batch/{batch_id}}. */
@Path("/api/v3/receipts/batch")
public class BatchResource {

    private static final String UNAVAILABLE = "The batch is temporarily unavailable";

    private final BatchIntake intake;
    private final Batches batches;
    private final Submitters submitters;
    private final JobConfig jobs;
    private final UploadEdge edge;

    BatchResource(BatchIntake intake, Batches batches, Submitters submitters, JobConfig jobs, UploadEdge edge) {
        this.intake = intake;
        this.batches = batches;
        this.submitters = submitters;
        this.jobs = jobs;
        this.edge = edge;
    }

    /**
     * {@code data} of a cancel's answer.
     *
     * @param cancelRequested how many jobs are asked to stop; they read REVOKED once that is confirmed
     * @param over how many had ended before
     */
    public record CancelView(String batchId, int cancelRequested, int over) {}

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<BatchView>> submit(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body) {
        UploadExchange upload = edge.of(exchange, RefusalBodies::of);
        FormReader.Request form = upload.form(body);
        return switch (intake.take(submitters.current(), upload.key(), form, userId, Integer.MAX_VALUE)) {
            case BatchIntake.Accepted(var batch, var quota) -> {
                upload.accepted(batch.accepted().count(), quota);
                yield accepted(batch, exchange);
            }
            case BatchIntake.Repeated(var batch) -> {
                upload.repeated();
                yield accepted(batch, exchange);
            }
            case BatchIntake.Refused(var refusal) -> throw upload.refused(refusal);
        };
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/{batch_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<BatchView>> status(
            @PathParam("batch_id") String id, @Context RoutingContext exchange) {
        BatchView view =
                switch (batches.find(submitters.current(), id)) {
                    case Batches.Lookup.Found(var progress) -> BatchView.of(progress, language(exchange));
                    case Batches.Lookup.Unknown() -> throw notFound(id);
                    case Batches.Lookup.Unavailable(var why) ->
                        throw ApiException.unavailable(UNAVAILABLE, why, jobs.retryAfter());
                };
        ResponseBuilder<Envelope<BatchView>> answer = ResponseBuilder.ok(
                        new Envelope<>(200, "Batch status retrieved successfully", view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!view.finished()) {
            answer.header(HttpHeaders.RETRY_AFTER, jobs.nextPoll(view.eta()).toSeconds());
        }
        return answer.build();
    }

    @DELETE
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/{batch_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<CancelView> cancel(@PathParam("batch_id") String id) {
        CancelView view =
                switch (batches.cancel(submitters.current(), id)) {
                    case Batches.Cancel.Requested(var requested, var over) -> new CancelView(id, requested, over);
                    case Batches.Cancel.Unknown() -> throw notFound(id);
                    case Batches.Cancel.Unavailable(var why) ->
                        throw ApiException.unavailable(UNAVAILABLE, why, jobs.retryAfter());
                };
        return new Envelope<>(200, "Batch cancellation requested", view);
    }

    private RestResponse<Envelope<BatchView>> accepted(Batch batch, RoutingContext exchange) {
        return ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED,
                        new Envelope<>(202, "Batch processing started", BatchView.of(batch, language(exchange))))
                .header(HttpHeaders.LOCATION, "/api/v3/receipts/batch/" + batch.id())
                .header(HttpHeaders.RETRY_AFTER, jobs.nextPoll(null).toSeconds())
                .build();
    }

    private static Language language(RoutingContext exchange) {
        return ErrorFormat.askedFor(null, exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .language();
    }

    private static ApiException notFound(String id) {
        return ApiException.of(ErrorBody.of(ApiError.BATCH_NOT_FOUND, "Batch not found", Map.of("batch_id", id)));
    }
}
