package pl.paragon.persistence.replay;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import pl.paragon.contracts.job.Lane;
import pl.paragon.persistence.http.DatabaseRequests;

/** {@code POST /internal/jobs/{job_id}/retry?submitter=…}, for the gateway, which knows who asks. */
@Path("/internal/jobs")
public class RetryResource {

    private final ReplayJob replays;
    private final DatabaseRequests requests = new DatabaseRequests("Requests to retry a job", 2);

    RetryResource(ReplayJob replays) {
        this.replays = replays;
    }

    /**
     * 200 with the {@link pl.paragon.contracts.event.ReceiptSubmitted} of the new job, which is the same however often
     * it is asked for; 404 if the submitter has no such failed job; 410 if its upload is not kept any more; 503 if the
     * database, the file store or the broker is unavailable, or the database is busy.
     */
    @POST
    @Path("/{job_id}/retry")
    @Produces(MediaType.APPLICATION_JSON)
    public Response retry(@PathParam("job_id") String id, @QueryParam("submitter") String submitter) {
        if (submitter == null) {
            return DatabaseRequests.notFound();
        }
        return requests.answer(id, job -> switch (replays.retry(job, submitter, Lane.INTERACTIVE)) {
            case ReplayJob.Replay.Replayed(var submitted, var before) -> DatabaseRequests.ok(submitted);
            case ReplayJob.Replay.Gone() -> Response.status(Status.GONE).build();
            case ReplayJob.Replay.Unknown() -> DatabaseRequests.notFound();
        });
    }
}
