package pl.paragon.api.v3.receipt;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.receipt.export.Export;
import pl.paragon.api.v3.receipt.export.ExportFormat;
import pl.paragon.contracts.key.Scope;

/**
 * {@code GET /api/v3/receipts/export}: all receipts of a filter in one file, sent while they are read. If that breaks
 * off, so does the connection: what is not whole must not look as if it were.
 */
@Path("/api/v3/receipts/export")
public class ExportResource {

    /** RFC 9113, section 7. */
    private static final long HTTP_2_INTERNAL_ERROR = 2;

    private static final Logger LOG = Logger.getLogger(ExportResource.class);

    private final Receipts receipts;
    private final Export exports;
    private final Submitters submitters;
    private final JobConfig config;

    ExportResource(Receipts receipts, Submitters submitters, JobConfig config) {
        this.receipts = receipts;
        this.exports = new Export(receipts);
        this.submitters = submitters;
        this.config = config;
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public Response export(@Context UriInfo uri, @Context RoutingContext exchange) {
        ListParameters asked = new ListParameters(uri.getQueryParameters());
        ExportFormat format = asked.format();
        String account = asked.account();
        return switch (receipts.export(submitters.current(), asked.filter())) {
            case Receipts.Export.Begun(var all) -> {
                StreamingOutput written = out -> {
                    try {
                        exports.write(format, account, all, out);
                    } catch (IOException | RuntimeException e) {
                        LOG.warnf("An export of receipts broke off: %s", e);
                        breakOff(exchange);
                    }
                };
                yield answer(format, written);
            }
            case Receipts.Export.Unavailable() ->
                throw ApiException.unavailable(
                        ReceiptResource.UNAVAILABLE, "The database is unavailable", config.retryAfter());
        };
    }

    private static Response answer(ExportFormat format, StreamingOutput written) {
        return Response.ok(written, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipts.%s\"".formatted(format.extension()))
                .header("X-Content-Type-Options", "nosniff")
                .build();
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
}
