package pl.paragon.persistence.history;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.worker.stage.StageException;

/**
 * {@code GET /internal/jobs/{job_id}}: a job, for the gateway if its facts are gone. It does not authenticate, so this
 * port must be reachable by our own services only; whose job it is stands in the answer.
 */
@Path("/internal/jobs")
public class JobHistoryResource {

    private static final Logger LOG = Logger.getLogger(JobHistoryResource.class);

    /** Reads at a time; the connection pool has as many connections for them. */
    private static final int READS = 4;

    private final Transactions transactions;
    private final JobHistories histories;
    private final Arbiter arbiter;
    private final Semaphore reads = new Semaphore(READS);

    JobHistoryResource(Transactions transactions, JobHistories histories, Arbiter arbiter) {
        this.transactions = transactions;
        this.histories = histories;
        this.arbiter = arbiter;
    }

    /**
     * 200 with a {@link JobHistory}; 404 if nobody is known to have submitted it, or it was deleted on request, or its
     * receipt's retention has ended; 503 if the database is unavailable or busy.
     */
    @GET
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response history(@PathParam("job_id") String id) {
        Optional<JobId> job = JobId.parse(id);
        if (job.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        // Refused rather than queued: a read that waits for a connection would make saves wait for one too.
        if (!reads.tryAcquire()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        try {
            return transactions
                    .inOne(() -> of(job.get()))
                    .map(history -> Response.ok(Json.write(history)))
                    .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
                    .build();
        } catch (StageException e) {
            LOG.warnf("The history of job %s cannot be read: %s", id, e.getMessage());
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        } finally {
            reads.release();
        }
    }

    private Optional<JobHistory> of(JobId job) {
        // In this order: whatever ended by the first look has its receipt by the second, unless that was deleted.
        Optional<JobEnded> end = arbiter.endOf(job);
        return histories
                .of(job)
                .filter(known ->
                        known.saved() != null || !(end.map(JobEnded::outcome).orElse(null) instanceof JobEnded.Saved))
                .map(known -> history(job, known, end));
    }

    private static JobHistory history(JobId job, JobHistories.Known known, Optional<JobEnded> end) {
        Submission submission = known.submission();
        ReceiptAnalyzed analyzed = known.saved() == null
                ? null
                : new ReceiptAnalyzed(
                        job,
                        known.saved().analyzedAt(),
                        submission,
                        known.saved().workStartedAt(),
                        known.saved().analysis());
        return new JobHistory(
                new ReceiptSubmitted(job, submission.submittedAt(), submission), analyzed, end.orElse(null));
    }
}
