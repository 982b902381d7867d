package pl.paragon.persistence.deletion;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.Removals;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.stage.StageException;

/**
 * {@code DELETE /internal/jobs/{job_id}?submitter=…}, for the gateway, which knows who asks. It does not authenticate,
 * so this port must be reachable by our own services only.
 */
@Path("/internal/jobs")
public class DeletionResource {

    private static final Logger LOG = Logger.getLogger(DeletionResource.class);

    /** Deletions at a time; the connection pool has as many connections for them. */
    private static final int DELETIONS = 2;

    private final DeleteJob deletions;
    private final Semaphore slots = new Semaphore(DELETIONS);

    DeletionResource(
            Transactions transactions, DeletedJobs jobs, Removals removals, EventPublisher publisher, Clock clock) {
        this.deletions = new DeleteJob(transactions, jobs, removals, publisher, clock);
    }

    /**
     * 200 with {@code deleted_at}, 404 if the submitter has no such job, 409 if it has not ended, 503 if the database
     * is unavailable or busy.
     */
    @DELETE
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("job_id") String id, @QueryParam("submitter") String submitter) {
        Optional<JobId> job = JobId.parse(id);
        if (job.isEmpty() || submitter == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        if (!slots.tryAcquire()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        try {
            return switch (deletions.delete(job.get(), submitter)) {
                case DeleteJob.Deletion.Deleted(Instant at) ->
                    Response.ok(Json.write(Map.of("deleted_at", at))).build();
                case DeleteJob.Deletion.Running() ->
                    Response.status(Response.Status.CONFLICT).build();
                case DeleteJob.Deletion.Unknown() ->
                    Response.status(Response.Status.NOT_FOUND).build();
            };
        } catch (StageException e) {
            LOG.warnf("Job %s cannot be deleted now: %s", id, e.getMessage());
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        } finally {
            slots.release();
        }
    }
}
