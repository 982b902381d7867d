package pl.paragon.persistence.receipt;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;
import pl.paragon.worker.stage.StageException;

/**
 * {@code GET /internal/jobs/{job_id}/analysis}: what was saved of a job, for the gateway if the file is gone. It does
 * not authenticate, so this port must be reachable by our own services only.
 */
@Path("/internal/jobs")
public class SavedAnalysisResource {

    private static final Logger LOG = Logger.getLogger(SavedAnalysisResource.class);

    /** Reads at a time; the connection pool has as many connections for them. */
    private static final int READS = 4;

    private final Transactions transactions;
    private final ReceiptRepository receipts;
    private final Semaphore reads = new Semaphore(READS);

    SavedAnalysisResource(Transactions transactions, ReceiptRepository receipts) {
        this.transactions = transactions;
        this.receipts = receipts;
    }

    /** 200 with an {@link AnalyzedReceipt}, 404 if none is saved, 503 if the database is unavailable or busy. */
    @GET
    @Path("/{job_id}/analysis")
    @Produces(MediaType.APPLICATION_JSON)
    public Response analysis(@PathParam("job_id") String id) {
        Optional<JobId> job = JobId.parse(id);
        if (job.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        // Refused rather than queued: a read that waits for a connection would make saves wait for one too.
        if (!reads.tryAcquire()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        try {
            return saved(job.get())
                    .map(receipt -> Response.ok(Json.write(receipt)))
                    .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
                    .build();
        } catch (StageException e) {
            LOG.warnf("The analysis of job %s cannot be read: %s", id, e.getMessage());
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        } finally {
            reads.release();
        }
    }

    private Optional<AnalyzedReceipt> saved(JobId job) {
        return transactions.inOne(() -> receipts.of(job).map(Receipt::document));
    }
}
