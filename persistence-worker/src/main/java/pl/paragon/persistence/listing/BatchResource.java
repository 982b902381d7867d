package pl.paragon.persistence.listing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/** {@code GET /internal/batches/{batch_id}?submitter=…}, for the gateway, which knows who asks. */
@Path("/internal/batches")
public class BatchResource {

    /** More files than a batch may have (the gateway's {@code paragon.batch.max-files}). */
    private static final int MOST = 10_000;

    private final Transactions transactions;
    private final JobLists lists;
    private final DatabaseRequests requests = new DatabaseRequests("Requests for batches", 4);

    BatchResource(Transactions transactions, JobLists lists) {
        this.transactions = transactions;
        this.lists = lists;
    }

    /**
     * 200 with the batch's jobs, as a {@link JobPage} in the batch's order; none if there is no such batch. 400 if a
     * parameter is none; 503 if the database is unavailable or busy.
     */
    @GET
    @Path("/{batch_id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response jobs(@PathParam("batch_id") String id, @QueryParam("submitter") String submitter) {
        Optional<BatchId> batch = BatchId.parse(id);
        if (batch.isEmpty() || submitter == null) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(() -> {
            List<JobHistory> jobs = transactions.inOne(() -> lists.of(batch.get(), submitter, MOST));
            return DatabaseRequests.ok(new JobPage(jobs, false));
        });
    }
}
