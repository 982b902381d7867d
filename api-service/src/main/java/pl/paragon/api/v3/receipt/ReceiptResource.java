package pl.paragon.api.v3.receipt;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * {@code GET /api/v3/receipts}, {@code GET /api/v3/receipts/{job_id}} and
 * {@code GET /api/v3/receipts/{job_id}/picture}.
 */
@Path("/api/v3/receipts")
public class ReceiptResource {

    static final String UNAVAILABLE = "Receipts are temporarily unavailable";
    /** What is private may be kept by the client alone, who asks each time whether it is still so. */
    private static final String REVALIDATED = "private, no-cache";

    private final Receipts receipts;
    private final Submitters submitters;
    private final JobConfig config;

    ReceiptResource(Receipts receipts, Submitters submitters, JobConfig config) {
        this.receipts = receipts;
        this.submitters = submitters;
        this.config = config;
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<SummaryView.Page>> list(@Context UriInfo uri) {
        ListParameters asked = new ListParameters(uri.getQueryParameters());
        return switch (receipts.find(
                submitters.current(), asked.filter(), asked.order(), asked.cursor(), asked.limit())) {
            case Receipts.Listing.Found(var page) ->
                ResponseBuilder.ok(new Envelope<>(200, "Receipts retrieved successfully", SummaryView.Page.of(page)))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Receipts.Listing.UnknownCursor() -> throw ListParameters.unknownCursor();
            case Receipts.Listing.Unavailable() -> throw databaseUnavailable();
        };
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response receipt(@PathParam("job_id") String id, @Context Request request) {
        SavedReceipt receipt =
                switch (receipts.find(submitters.current(), id)) {
                    case Receipts.Lookup.Found(var found) -> found;
                    case Receipts.Lookup.Unknown() -> throw notFound(id);
                    case Receipts.Lookup.Unavailable() -> throw databaseUnavailable();
                };
        EntityTag tag = ReceiptTag.of(receipt);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(new Envelope<>(200, "Receipt retrieved successfully", ReceiptView.of(receipt)));
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATED).build();
    }

    /** Other receipts that may be the same purchase. */
    public record DuplicatesView(JobId jobId, List<Duplicate> duplicates) {}

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/{job_id}/duplicates")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<DuplicatesView>> duplicates(@PathParam("job_id") String id) {
        return switch (receipts.duplicates(submitters.current(), id)) {
            case Receipts.Copies.Known(var duplicates) ->
                ResponseBuilder.ok(new Envelope<>(
                                200, "Duplicates retrieved successfully", new DuplicatesView(JobId.of(id), duplicates)))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Receipts.Copies.Unknown() -> throw notFound(id);
            case Receipts.Copies.Unavailable() -> throw databaseUnavailable();
        };
    }

    /** The file as it was uploaded. */
    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/{job_id}/picture")
    @RunOnVirtualThread
    public Response picture(@PathParam("job_id") String id, @Context Request request) {
        Receipts.Picture.Kept picture =
                switch (receipts.picture(submitters.current(), id)) {
                    case Receipts.Picture.Kept kept -> kept;
                    case Receipts.Picture.Unknown() -> throw notFound(id);
                    case Receipts.Picture.Unavailable() -> throw databaseUnavailable();
                };
        EntityTag tag = new EntityTag(picture.file().sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : content(id, picture);
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATED).build();
    }

    private Response.ResponseBuilder content(String id, Receipts.Picture.Kept picture) {
        return switch (receipts.open(picture)) {
            case Receipts.Content.Opened(var bytes) ->
                Response.ok(bytes, picture.file().mediaType())
                        .header(HttpHeaders.CONTENT_LENGTH, picture.file().size())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                InlineName.of(picture.receipt().submission().filename()))
                        // Whatever a stranger put into the file, it is no page of ours.
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox");
            case Receipts.Content.Gone() ->
                throw ApiException.of(
                        ErrorBody.of(ApiError.PICTURE_GONE, "The picture is no longer kept", Map.of("job_id", id)));
            case Receipts.Content.Unavailable() ->
                throw ApiException.unavailable(UNAVAILABLE, "The file store is unavailable", config.retryAfter());
        };
    }

    private static ApiException notFound(String id) {
        return ApiException.of(ErrorBody.of(ApiError.RECEIPT_NOT_FOUND, "Receipt not found", Map.of("job_id", id)));
    }

    private ApiException databaseUnavailable() {
        return ApiException.unavailable(UNAVAILABLE, "The database is unavailable", config.retryAfter());
    }
}
