package pl.paragon.persistence.listing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/** {@code GET /internal/jobs?submitter=…}, for the gateway, which knows who asks. */
@Path("/internal/jobs")
public class JobListResource {

    /** The most jobs in one answer. */
    private static final int MOST = 200;

    private final Transactions transactions;
    private final JobLists lists;
    private final DatabaseRequests requests = new DatabaseRequests("Requests for lists of jobs", 4);

    JobListResource(Transactions transactions, JobLists lists) {
        this.transactions = transactions;
        this.lists = lists;
    }

    /**
     * 200 with a {@link JobPage}; 400 if a parameter is none; 503 if the database is unavailable or busy.
     *
     * @param ended {@code not_yet}, {@code saved}, {@code failed} or {@code cancelled}; all if absent
     * @param from submitted then or later
     * @param until submitted before then
     * @param filename what the file's name contains
     * @param afterTime with {@code after_job}: the last job of the page before
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("submitter") String submitter,
            @QueryParam("ended") String ended,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("filename") String filename,
            @QueryParam("after_time") String afterTime,
            @QueryParam("after_job") String afterJob,
            @QueryParam("limit") int limit) {
        JobListQuery query;
        Optional<JobListQuery.Position> after;
        try {
            query = new JobListQuery(
                    Objects.requireNonNull(submitter),
                    Optional.ofNullable(ended).map(JobListQuery.Ended::of),
                    Optional.ofNullable(from).map(Instant::parse),
                    Optional.ofNullable(until).map(Instant::parse),
                    Optional.ofNullable(filename));
            after = afterTime == null
                    ? Optional.empty()
                    : Optional.of(new JobListQuery.Position(Instant.parse(afterTime), JobId.of(afterJob)));
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        int atMost = Math.clamp(limit, 1, MOST);
        return requests.answer(() -> {
            List<JobHistory> jobs = transactions.inOne(() -> lists.after(after, query, atMost + 1));
            return DatabaseRequests.ok(
                    new JobPage(jobs.subList(0, Math.min(atMost, jobs.size())), jobs.size() > atMost));
        });
    }
}
