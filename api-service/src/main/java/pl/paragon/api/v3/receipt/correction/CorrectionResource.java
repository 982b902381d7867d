package pl.paragon.api.v3.receipt.correction;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.receipt.Corrections;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.receipt.ReceiptTag;
import pl.paragon.api.v3.receipt.ReceiptView;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * {@code PATCH /api/v3/receipts/{job_id}}, {@code GET /api/v3/receipts/{job_id}/revisions} and
 * {@code GET /api/v3/receipts/{job_id}/revisions/{number}}.
 */
@Path("/api/v3/receipts/{job_id}")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String NOT_KEPT = "no-store";

    /** The longest receipts have some hundred kilobytes of JSON. */
    private static final int LONGEST_BODY = 2_000_000;

    private static final ObjectReader ONE_VALUE =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Receipts receipts;
    private final Corrections corrections;
    private final Submitters submitters;
    private final JobConfig config;

    CorrectionResource(Receipts receipts, Corrections corrections, Submitters submitters, JobConfig config) {
        this.receipts = receipts;
        this.corrections = corrections;
        this.submitters = submitters;
        this.config = config;
    }

    @PATCH
    @PermissionsAllowed(Scope.Id.WRITE)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RunOnVirtualThread
    public Response correct(
            @PathParam("job_id") String id,
            @HeaderParam(ReceiptTag.CONDITION) List<String> condition,
            InputStream body) {
        ObjectNode patch = patch(read(body));
        Submitter submitter = submitters.current();
        SavedReceipt receipt =
                switch (receipts.find(submitter, id)) {
                    case Receipts.Lookup.Found(var found) -> found;
                    case Receipts.Lookup.Unknown() -> throw notFound(id);
                    case Receipts.Lookup.Unavailable() -> throw unavailable();
                };
        requireMeant(condition, id, receipt);
        CorrectedReceipt corrected = corrected(receipt, patch);
        return switch (corrections.correct(submitter, receipt, corrected.patch(), corrected.analysis())) {
            case Corrections.Outcome.Made(var made) ->
                Response.ok(new Envelope<>(200, "Receipt corrected", ReceiptView.of(made)))
                        .tag(ReceiptTag.of(made))
                        .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                        .build();
            case Corrections.Outcome.Outdated() -> throw ReceiptTag.outdated(id);
            case Corrections.Outcome.Full() ->
                throw ApiException.of(ErrorBody.of(
                        ApiError.TOO_MANY_REVISIONS,
                        "The receipt was corrected too often",
                        Map.of("job_id", id, "most", RevisionList.MOST)));
            case Corrections.Outcome.Unknown() -> throw notFound(id);
            case Corrections.Outcome.Unavailable() -> throw unavailable();
        };
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/revisions")
    @RunOnVirtualThread
    public RestResponse<Envelope<RevisionView.Revisions>> revisions(@PathParam("job_id") String id) {
        return switch (corrections.list(submitters.current(), id)) {
            case Corrections.Lookup.Found<RevisionList>(var list) ->
                shown("Revisions retrieved successfully", RevisionView.Revisions.of(list));
            case Corrections.Lookup.Unknown<RevisionList>() -> throw notFound(id);
            case Corrections.Lookup.Unavailable<RevisionList>() -> throw unavailable();
        };
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/revisions/{number}")
    @RunOnVirtualThread
    public RestResponse<Envelope<RevisionView>> revision(
            @PathParam("job_id") String id, @PathParam("number") String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw unknownRevision(id, number);
        }
        return switch (corrections.find(submitters.current(), id, Integer.parseInt(number))) {
            case Corrections.Lookup.Found<Revision>(var found) ->
                shown("Revision retrieved successfully", RevisionView.of(found));
            case Corrections.Lookup.Unknown<Revision>() -> throw unknownRevision(id, number);
            case Corrections.Lookup.Unavailable<Revision>() -> throw unavailable();
        };
    }

    private static <T> RestResponse<Envelope<T>> shown(String message, T data) {
        return ResponseBuilder.ok(new Envelope<>(200, message, data))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    private static byte[] read(InputStream body) {
        byte[] json;
        try {
            json = body.readNBytes(LONGEST_BODY + 1);
        } catch (IOException e) {
            throw malformed("the body broke off");
        }
        if (json.length > LONGEST_BODY) {
            throw ApiException.of(ErrorBody.of(
                    ApiError.BODY_TOO_LARGE, "The correction is too large", Map.of("max_bytes", LONGEST_BODY)));
        }
        return json;
    }

    private static ObjectNode patch(byte[] json) {
        try {
            JsonNode patch = ONE_VALUE.readTree(json);
            if (patch instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw malformed("the body is no JSON");
        }
        throw malformed("the body is no JSON object, which a patch of a receipt is");
    }

    private static ApiException malformed(String why) {
        return ApiException.of(
                ErrorBody.of(ApiError.BAD_REQUEST, "This is no correction of a receipt", Map.of("error", why)));
    }

    private static void requireMeant(List<String> condition, String id, SavedReceipt receipt) {
        if (condition.isEmpty()) {
            throw ApiException.of(ErrorBody.of(
                    ApiError.PRECONDITION_REQUIRED,
                    "Say which revision of the receipt you correct",
                    Map.of("job_id", id, "header", ReceiptTag.CONDITION)));
        }
        ReceiptTag.requireMeant(condition, id, receipt);
    }

    private static CorrectedReceipt corrected(SavedReceipt receipt, ObjectNode patch) {
        PatchReader reader = new PatchReader();
        CorrectedReceipt corrected = CorrectedReceipt.of(receipt.document().analysis(), patch, reader);
        if (reader.problems().isEmpty()) {
            return corrected;
        }
        Problem first = reader.problems().getFirst();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("field", first.field());
        details.put("error", first.error());
        details.put("problems", reader.problems());
        throw ApiException.of(ErrorBody.of(
                ApiError.INVALID_CORRECTION, "A receipt cannot have such a value: " + first.field(), details));
    }

    private static ApiException notFound(String id) {
        return ApiException.of(ErrorBody.of(ApiError.RECEIPT_NOT_FOUND, "Receipt not found", Map.of("job_id", id)));
    }

    private static ApiException unknownRevision(String id, String number) {
        return ApiException.of(ErrorBody.of(
                ApiError.REVISION_NOT_FOUND, "Revision not found", Map.of("job_id", id, "revision", number)));
    }

    private ApiException unavailable() {
        return ApiException.unavailable(
                "Receipts are temporarily unavailable", "The database is unavailable", config.retryAfter());
    }
}
