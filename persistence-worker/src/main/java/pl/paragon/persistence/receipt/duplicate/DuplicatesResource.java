package pl.paragon.persistence.receipt.duplicate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;

/** {@code GET /internal/receipts/{job_id}/duplicates}: as they are now, for the gateway, which knows who asks. */
@Path("/internal/receipts/{job_id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public class DuplicatesResource {

    private final Transactions transactions;
    private final ReceiptRepository receipts;
    private final Duplicates duplicates;
    private final DatabaseRequests requests = new DatabaseRequests("Requests for duplicates", 2);

    DuplicatesResource(Transactions transactions, ReceiptRepository receipts, Duplicates duplicates) {
        this.transactions = transactions;
        this.receipts = receipts;
        this.duplicates = duplicates;
    }

    /**
     * 200 with {@link Duplicate}s, 404 if the submitter has no receipt of this job, 503 if the database is unavailable
     * or busy.
     */
    @GET
    public Response duplicates(@PathParam("job_id") String id, @QueryParam("submitter") String submitter) {
        return requests.answer(id, job -> DatabaseRequests.found(found(job, submitter)));
    }

    private Optional<List<Duplicate>> found(JobId job, String submitter) {
        return transactions.inOne(() -> receipts.of(job)
                .map(Receipt::saved)
                .filter(receipt -> receipt.submission().submitter().equals(submitter))
                .map(receipt -> duplicates.of(
                        job, receipt.submission(), receipt.document().analysis())));
    }
}
