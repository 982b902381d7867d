package pl.paragon.persistence.history;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/**
 * {@code GET /internal/jobs/{job_id}}: a job, for the gateway if its facts are gone. Whose job it is stands in the
 * answer.
 */
@Path("/internal/jobs")
public class JobHistoryResource {

    private final Transactions transactions;
    private final JobHistories histories;
    private final Arbiter arbiter;
    private final DatabaseRequests reads = new DatabaseRequests("Requests for the histories of jobs", 4);

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
        return reads.answer(id, job -> DatabaseRequests.found(transactions.inOne(() -> of(job))));
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
