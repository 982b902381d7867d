package pl.paragon.api.v2;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.ReceiptSummary;

/** {@code GET /api/v2/receipts}: the saved receipts, page by page, without an envelope. */
@Path("/api/v2/receipts")
public class ListResource {

    private static final int USUAL_PAGE = 10;

    private final Receipts receipts;
    private final Submitters submitters;
    private final JobConfig config;

    ListResource(Receipts receipts, Submitters submitters, JobConfig config) {
        this.receipts = receipts;
        this.submitters = submitters;
        this.config = config;
    }

    /**
     * A page.
     *
     * @param total how many receipts all pages have together
     * @param page from 1
     */
    public record Page(
            List<Entry> receipts,
            int total,
            int page,
            @JsonProperty("per_page") int perPage) {}

    /**
     * A receipt as version 2 lists it, and what it is about.
     *
     * @param id of the job, by which version 3 shows it
     * @param uploadDate the day on which it was saved, in UTC
     * @param status always {@code processed}
     * @param date printed; this and the following are {@code null} if they are not legible
     */
    public record Entry(
            JobId id,
            String filename,
            LocalDate uploadDate,
            String status,
            String storeName,
            LocalDate date,
            Money totalAmount) {

        private static Entry of(ReceiptSummary receipt) {
            return new Entry(
                    receipt.jobId(),
                    receipt.filename(),
                    LocalDate.ofInstant(receipt.savedAt(), ZoneOffset.UTC),
                    "processed",
                    receipt.storeName(),
                    receipt.date(),
                    receipt.totalAmount());
        }
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Page> list(@QueryParam("page") String page, @QueryParam("per_page") String perPage) {
        int size = number("per_page", perPage, USUAL_PAGE, ReceiptQuery.LARGEST_PAGE);
        int number = number("page", page, 1, NumberedQuery.NUMBERED / size);
        NumberedPage found = receipts.numbered(submitters.current(), (number - 1) * size, size)
                .orElseThrow(() -> ApiException.unavailable(
                        "Receipts are temporarily unavailable", "The database is unavailable", config.retryAfter()));
        List<Entry> shown = found.receipts().stream().map(Entry::of).toList();
        return ResponseBuilder.ok(new Page(shown, found.total(), number, size))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static int number(String name, String text, int usual, int most) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is no number, which is said below.
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("field", name);
        details.put("error", "is a number from 1 to " + most);
        throw ApiException.of(ErrorBody.of(ApiError.BAD_REQUEST, "Invalid query parameter", details));
    }
}
