package pl.paragon.api.v3.receipt;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.receipt.export.Export;
import pl.paragon.api.v3.receipt.export.ExportFormat;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * {@code GET /api/v3/receipts}, {@code GET /api/v3/receipts/{job_id}} and
 * {@code GET /api/v3/receipts/{job_id}/picture}.
 */
@Path("/api/v3/receipts")
public class ReceiptResource {

    private static final String UNAVAILABLE = "Receipts are temporarily unavailable";
    /** What is private may be kept by the client alone, who asks each time whether it is still so. */
    private static final String REVALIDATED = "private, no-cache";

    /** RFC 9113, section 7. */
    private static final long HTTP_2_INTERNAL_ERROR = 2;

    private static final Logger LOG = Logger.getLogger(ReceiptResource.class);

    private final Receipts receipts;
    private final Export exports;
    private final Submitters submitters;
    private final JobConfig config;

    ReceiptResource(Receipts receipts, Submitters submitters, JobConfig config) {
        this.receipts = receipts;
        this.exports = new Export(receipts);
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

    /**
     * All receipts of a filter in one file, sent while they are read. If that breaks off, so does the connection: what
     * is not whole must not look as if it were.
     */
    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/export")
    @RunOnVirtualThread
    public Response export(@Context UriInfo uri, @Context RoutingContext exchange) {
        ListParameters asked = new ListParameters(uri.getQueryParameters());
        ExportFormat format = asked.format();
        return switch (receipts.export(submitters.current(), asked.filter())) {
            case Receipts.Export.Begun(var all) ->
                Response.ok((StreamingOutput) out -> write(format, all, out, exchange), format.mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"receipts.%s\"".formatted(format.extension()))
                        .header("X-Content-Type-Options", "nosniff")
                        .build();
            case Receipts.Export.Unavailable() -> throw databaseUnavailable();
        };
    }

    private void write(ExportFormat format, Iterable<SavedReceipt> all, OutputStream out, RoutingContext exchange) {
        try {
            exports.write(format, all, out);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("An export of receipts broke off: %s", e);
            breakOff(exchange);
        }
    }

    /** Once this is done, nothing can end the answer as if it were whole. */
    private static void breakOff(RoutingContext exchange) {
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            exchange.response().reset(HTTP_2_INTERNAL_ERROR);
        } else {
            exchange.request()
                    .connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
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
        EntityTag tag = new EntityTag(receipt.receiptId().toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(new Envelope<>(200, "Receipt retrieved successfully", ReceiptView.of(receipt)));
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATED).build();
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
