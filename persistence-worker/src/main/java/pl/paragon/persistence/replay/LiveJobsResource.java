package pl.paragon.persistence.replay;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * {@code /internal/live-jobs/resubmit}, for the operator's command after Kafka has lost its records: without them
 * nobody would ever work on the jobs that had not ended. They keep their ids, and what the stages had made for them is
 * used. A job whose record is still there is submitted twice, and ends once.
 */
@Path("/internal/live-jobs")
@Produces(MediaType.APPLICATION_JSON)
public class LiveJobsResource {

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final LiveJobs jobs;
    private final EventPublisher publisher;
    private final Clock clock;
    private final DatabaseRequests requests = new DatabaseRequests("Requests to resubmit live jobs", 1);

    LiveJobsResource(Transactions transactions, LiveJobs jobs, EventPublisher publisher, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @param more whether there may be further ones after the last of these */
    private record Page(List<JobId> resubmitted, boolean more) {}

    /**
     * 200 with the next of them, which were submitted once more; 400 if that is no time or no job; 503 if the database
     * or the broker is unavailable: some of them may be submitted, and the request can be repeated.
     */
    @POST
    @Path("/resubmit")
    public Response resubmit(
            @QueryParam("submitted_before") String submittedBefore, @QueryParam("after") String after) {
        Instant before;
        Optional<JobId> last;
        try {
            before = Instant.parse(String.valueOf(submittedBefore));
            last = Optional.ofNullable(after).map(JobId::of);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(() -> {
            List<ReceiptSubmitted> page =
                    transactions.inOne(() -> jobs.submissions(before, last, clock.instant(), PAGE));
            page.forEach(publisher::publish);
            return DatabaseRequests.ok(
                    new Page(page.stream().map(ReceiptSubmitted::jobId).toList(), page.size() == PAGE));
        });
    }
}
