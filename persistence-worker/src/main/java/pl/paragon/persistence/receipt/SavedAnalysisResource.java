package pl.paragon.persistence.receipt;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;
import pl.paragon.persistence.receipt.revision.Readings;

/**
 * {@code GET /internal/jobs/{job_id}/analysis}: what was saved of a job, for the gateway if the file is gone.
 */
@Path("/internal/jobs")
public class SavedAnalysisResource {

    private final Transactions transactions;
    private final Readings readings;
    private final DatabaseRequests reads = new DatabaseRequests("Requests for saved analyses", 4);

    SavedAnalysisResource(Transactions transactions, Readings readings) {
        this.transactions = transactions;
        this.readings = readings;
    }

    /** 200 with an {@link AnalyzedReceipt}, 404 if none is saved, 503 if the database is unavailable or busy. */
    @GET
    @Path("/{job_id}/analysis")
    @Produces(MediaType.APPLICATION_JSON)
    public Response analysis(@PathParam("job_id") String id) {
        return reads.answer(id, job -> DatabaseRequests.found(saved(job)));
    }

    private Optional<AnalyzedReceipt> saved(JobId job) {
        return transactions.inOne(() -> readings.of(job));
    }
}
