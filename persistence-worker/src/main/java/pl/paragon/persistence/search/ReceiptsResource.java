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
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.saved.ReceiptQuery;
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

    ReceiptsResource(Transactions transactions, ReceiptSearch search, ReceiptRepository receipts) {
        this.transactions = transactions;
        this.search = search;
        this.receipts = receipts;
    }

    /**
     * 200 with a {@link pl.paragon.contracts.saved.ReceiptPage}, 400 if the body is no {@link ReceiptQuery} or has a
     * cursor that is none of ours, 503 if the database is unavailable or busy.
     */
    @POST
    @Path("/query")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response query(byte[] body) {
        ReceiptQuery query;
        Optional<Cursor> after;
        try {
            query = Json.read(body, ReceiptQuery.class);
            after = Optional.ofNullable(query.cursor()).map(cursor -> Cursor.parse(cursor, query.order()));
        } catch (UndecodableException | MalformedCursorException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(() -> DatabaseRequests.ok(transactions.inOne(() -> search.page(query, after))));
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
