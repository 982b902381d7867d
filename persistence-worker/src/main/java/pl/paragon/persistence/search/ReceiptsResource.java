package pl.paragon.persistence.search;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.ReceiptSummary;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;

/** {@code /internal/receipts}: somebody's receipts, for the gateway, which knows who asks. */
@Path("/internal/receipts")
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptsResource {

    private final Transactions transactions;
    private final ReceiptSearch search;
    private final ReceiptRepository receipts;
    private final DatabaseRequests requests = new DatabaseRequests("Requests for saved receipts", 4);
    private final DatabaseRequests exports = new DatabaseRequests("Requests of exports", 2);

    ReceiptsResource(Transactions transactions, ReceiptSearch search, ReceiptRepository receipts) {
        this.transactions = transactions;
        this.search = search;
        this.receipts = receipts;
    }

    /**
     * 200 with a {@link ReceiptPage}, 400 if the body is no {@link ReceiptQuery} or has a cursor that is none of ours,
     * 503 if the database is unavailable or busy.
     */
    @POST
    @Path("/query")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response query(byte[] body) {
        return answer(requests, body, page -> page);
    }

    /** The same with a {@link ReceiptBatch}: each receipt as a whole. */
    @POST
    @Path("/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response batch(byte[] body) {
        return answer(exports, body, this::whole);
    }

    /** 200 with a {@link NumberedPage}, 400 if the body is no {@link NumberedQuery}, 503 as above. */
    @POST
    @Path("/numbered")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response numbered(byte[] body) {
        NumberedQuery query;
        try {
            query = Json.read(body, NumberedQuery.class);
        } catch (UndecodableException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(() -> DatabaseRequests.ok(transactions.inOne(() -> search.numbered(query))));
    }

    private Response answer(DatabaseRequests kind, byte[] body, Function<ReceiptPage, ?> shown) {
        ReceiptQuery query;
        Optional<Cursor> after;
        try {
            query = Json.read(body, ReceiptQuery.class);
            ReceiptOrder order = query.order();
            after = Optional.ofNullable(query.cursor()).map(cursor -> Cursor.parse(cursor, order));
        } catch (UndecodableException | MalformedCursorException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return kind.answer(() -> DatabaseRequests.ok(transactions.inOne(() -> shown.apply(search.page(query, after)))));
    }

    private ReceiptBatch whole(ReceiptPage page) {
        Map<UUID, SavedReceipt> found =
                receipts
                        .all(page.receipts().stream()
                                .map(ReceiptSummary::receiptId)
                                .toList())
                        .stream()
                        .map(Receipt::saved)
                        .collect(Collectors.toMap(SavedReceipt::receiptId, receipt -> receipt));
        // One that was deleted since the search is left out.
        List<SavedReceipt> inOrder = page.receipts().stream()
                .flatMap(receipt -> Stream.ofNullable(found.get(receipt.receiptId())))
                .toList();
        return new ReceiptBatch(inOrder, page.next());
    }

    /**
     * 200 with a {@link SavedReceipt}, 404 if the submitter has none of this job, 503 if the database is unavailable
     * or busy.
     */
    @GET
    @Path("/{job_id}")
    public Response receipt(@PathParam("job_id") String id, @QueryParam("submitter") String submitter) {
        return requests.answer(id, job -> DatabaseRequests.found(saved(job, submitter)));
    }

    private Optional<SavedReceipt> saved(JobId job, String submitter) {
        return transactions.inOne(() -> receipts.of(job)
                .map(Receipt::saved)
                .filter(receipt -> receipt.submission().submitter().equals(submitter)));
    }
}
