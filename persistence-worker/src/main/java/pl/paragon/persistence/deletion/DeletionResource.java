package pl.paragon.persistence.deletion;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pl.paragon.persistence.http.DatabaseRequests;

/**
 * {@code DELETE /internal/jobs/{job_id}?submitter=…&revision=…}, for the gateway, which knows who asks.
 */
@Path("/internal/jobs")
public class DeletionResource {

    private final DeleteJob deletions;
    private final DatabaseRequests requests = new DatabaseRequests("Requests to delete a job", 2);

    DeletionResource(DeleteJob deletions) {
        this.deletions = deletions;
    }

    /**
     * 200 with {@code deleted_at}, 404 if the submitter has no such job, 409 if it has not ended, 412 if its
     * receipt is another revision, 503 if the database is unavailable or busy.
     *
     * @param revision of its receipt that is meant; {@code null} if it may be any
     */
    @DELETE
    @Path("/{job_id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(
            @PathParam("job_id") String id,
            @QueryParam("submitter") String submitter,
            @QueryParam("revision") Integer revision) {
        if (submitter == null) {
            return DatabaseRequests.notFound();
        }
        return requests.answer(id, job -> switch (deletions.delete(job, submitter, Optional.ofNullable(revision))) {
            case DeleteJob.Deletion.Deleted(Instant at) -> DatabaseRequests.ok(Map.of("deleted_at", at));
            case DeleteJob.Deletion.Running() ->
                Response.status(Response.Status.CONFLICT).build();
            case DeleteJob.Deletion.Outdated() ->
                Response.status(Response.Status.PRECONDITION_FAILED).build();
            case DeleteJob.Deletion.Unknown() -> DatabaseRequests.notFound();
        });
    }
}
