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
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.stage.StageException;

/**
 * {@code /internal/failed-jobs}, for the operator's command. It does not authenticate, so this port must be reachable
 * by our own services only. Every answer may be 503: the database, the file store or the broker is unavailable, or the
 * database is busy.
 */
@Path("/internal/failed-jobs")
@Produces(MediaType.APPLICATION_JSON)
public class FailedJobsResource {

    private static final Logger LOG = Logger.getLogger(FailedJobsResource.class);

    /** Requests at a time; the connection pool has as many connections for them. */
    private static final int REQUESTS = 2;

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final FailedJobs jobs;
    private final ReceiptFileStore files;
    private final ReplayJob replays;
    private final Semaphore slots = new Semaphore(REQUESTS);

    FailedJobsResource(
            Transactions transactions, FailedJobs jobs, ReceiptFileStore files, EventPublisher publisher, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.files = files;
        this.replays = new ReplayJob(transactions, jobs, files, publisher, clock);
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
        return answer(() -> {
            List<FailedJob> page = transactions.inOne(() -> jobs.after(after, PAGE));
            return ok(new Page(page, page.size() == PAGE));
        });
    }

    /** @param uploadKept whether it can be replayed */
    private record Shown(FailedJob failedJob, boolean uploadKept) {}

    /** 200 with the job, 404 if there is no such job, it did not fail, or it was deleted on request. */
    @GET
    @Path("/{job_id}")
    public Response show(@PathParam("job_id") String id) {
        return answer(() -> {
            Optional<FailedJob> found = JobId.parse(id).flatMap(job -> transactions.inOne(() -> jobs.find(job)));
            return found.isEmpty()
                    ? Response.status(Status.NOT_FOUND).build()
                    : ok(new Shown(
                            found.get(), files.changes(found.get().jobId()).isPresent()));
        });
    }

    /** 200 with the new job, 404 as for {@link #show}, 410 if its upload is not kept any more. */
    @POST
    @Path("/{job_id}/replay")
    public Response replay(@PathParam("job_id") String id) {
        Optional<JobId> job = JobId.parse(id);
        if (job.isEmpty()) {
            return Response.status(Status.NOT_FOUND).build();
        }
        return answer(() -> switch (replays.replay(job.get())) {
            case ReplayJob.Replay.Replayed(var as, var before) -> ok(Map.of("replayed_as", as, "before", before));
            case ReplayJob.Replay.Gone() -> Response.status(Status.GONE).build();
            case ReplayJob.Replay.Unknown() -> Response.status(Status.NOT_FOUND).build();
        });
    }

    private interface Answer {
        Response give() throws IOException;
    }

    private Response answer(Answer answer) {
        // Refused rather than queued: one that waits for a connection would make saves wait for one too.
        if (!slots.tryAcquire()) {
            return Response.status(Status.SERVICE_UNAVAILABLE).build();
        }
        try {
            return answer.give();
        } catch (StageException | IOException | BrokerUnavailableException e) {
            LOG.warnf("Failed jobs cannot be listed or replayed now: %s", e.getMessage());
            return Response.status(Status.SERVICE_UNAVAILABLE).build();
        } finally {
            slots.release();
        }
    }

    private static Response ok(Object body) {
        return Response.ok(Json.write(body)).build();
    }
}
