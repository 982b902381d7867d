package pl.paragon.api.v3.joblist;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.job.JobFilter;
import pl.paragon.api.job.JobLists;
import pl.paragon.api.result.JobRegister;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.key.Scope;

/** {@code GET /api/v3/receipts/jobs}: the client's jobs, newest first. */
@Path("/api/v3/receipts/jobs")
public class JobListResource {

    private static final String UNAVAILABLE = "The list of jobs is temporarily unavailable";

    private final JobLists lists;
    private final Submitters submitters;
    private final JobConfig config;

    JobListResource(JobLists lists, Submitters submitters, JobConfig config) {
        this.lists = lists;
        this.submitters = submitters;
        this.config = config;
    }

    /**
     * {@code data} of the answer.
     *
     * @param nextCursor where the list goes on; {@code null} at its end
     */
    public record JobListView(List<ListedJobView> jobs, String nextCursor) {}

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<JobListView>> list(
            @QueryParam("status") String status,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("filename") String filename,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        JobFilter filter = ListParameters.filter(status, from, to, filename);
        Optional<JobRegister.Position> after = ListParameters.after(cursor);
        JobListView view =
                switch (lists.list(submitters.current(), filter, after, ListParameters.limit(limit))) {
                    case JobLists.Listing.Page(var jobs, var next) ->
                        new JobListView(
                                jobs.stream().map(ListedJobView::of).toList(),
                                next.map(Cursor::of).orElse(null));
                    case JobLists.Listing.DatabaseUnavailable() ->
                        throw ApiException.unavailable(UNAVAILABLE, "The database is unavailable", config.retryAfter());
                    case JobLists.Listing.StatusUnavailable(var why) ->
                        throw ApiException.unavailable(UNAVAILABLE, why, config.retryAfter());
                };
        return ResponseBuilder.ok(new Envelope<>(200, "Jobs retrieved successfully", view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
