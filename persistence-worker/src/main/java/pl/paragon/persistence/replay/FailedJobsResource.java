package pl.paragon.persistence.replay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;
import pl.paragon.runtime.files.ReceiptFileStore;

/**
 * {@code /internal/failed-jobs}, for the operator's command. Every answer may be 503: the database, the file store or
 * the broker is unavailable, or the database is busy.
 */
@Path("/internal/failed-jobs")
@Produces(MediaType.APPLICATION_JSON)
public class FailedJobsResource {

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final FailedJobs jobs;
    private final ReceiptFileStore files;
    private final ReplayJob replays;
    private final DatabaseRequests requests = new DatabaseRequests("Requests about failed jobs", 2);

    FailedJobsResource(Transactions transactions, FailedJobs jobs, ReceiptFileStore files, ReplayJob replays) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.files = files;
        this.replays = replays;
    }

    /**
     * The next of them, newest first, after the one that failed at {@code failed_at} and is {@code job_id}.
     *
     * @param more whether there may be further ones
     */
    private record Page(List<FailedJob> failedJobs, boolean more) {}

    /** 200 with a page, 400 if that is no place in the list. */
    @GET
    public Response list(@QueryParam("failed_at") String failedAt, @QueryParam("job_id") String jobId) {
        Optional<FailedJobs.Position> after;
        try {
            after = failedAt == null
                    ? Optional.empty()
                    : Optional.of(new FailedJobs.Position(Instant.parse(failedAt), JobId.of(jobId)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(() -> {
            List<FailedJob> page = transactions.inOne(() -> jobs.after(after, PAGE));
            return DatabaseRequests.ok(new Page(page, page.size() == PAGE));
        });
    }

    /** @param uploadKept whether it can be replayed */
    private record Shown(FailedJob failedJob, boolean uploadKept) {}

    /** 200 with the job, 404 if there is no such job, it did not fail, or it was deleted on request. */
    @GET
    @Path("/{job_id}")
    public Response show(@PathParam("job_id") String id) {
        return requests.answer(() -> {
            Optional<FailedJob> found = JobId.parse(id).flatMap(job -> transactions.inOne(() -> jobs.find(job)));
            return found.isEmpty()
                    ? DatabaseRequests.notFound()
                    : DatabaseRequests.ok(new Shown(
                            found.get(), files.changes(found.get().jobId()).isPresent()));
        });
    }

    /** 200 with the new job, 404 as for {@link #show}, 410 if its upload is not kept any more. */
    @POST
    @Path("/{job_id}/replay")
    public Response replay(@PathParam("job_id") String id) {
        return requests.answer(id, job -> switch (replays.replay(job)) {
            case ReplayJob.Replay.Replayed(var submitted, var before) ->
                DatabaseRequests.ok(Map.of("replayed_as", submitted.jobId(), "before", before));
            case ReplayJob.Replay.Gone() -> Response.status(Status.GONE).build();
            case ReplayJob.Replay.Unknown() -> DatabaseRequests.notFound();
        });
    }
}
