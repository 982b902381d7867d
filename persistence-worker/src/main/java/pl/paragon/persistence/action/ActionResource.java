package pl.paragon.persistence.action;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/** {@code /internal/actions}, for the gateway, which knows who asks. */
@Path("/internal/actions")
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {

    private static final int TOO_MANY = 422;

    private final Transactions transactions;
    private final Actions actions;
    private final ActionConfig config;
    private final Clock clock;
    private final DatabaseRequests requests = new DatabaseRequests("Requests about actions on many jobs", 2);

    ActionResource(Transactions transactions, Actions actions, ActionConfig config, Clock clock) {
        this.transactions = transactions;
        this.actions = actions;
        this.config = config;
        this.clock = clock;
    }

    /** What became of a request. */
    private sealed interface Begun {
        record Noted(JobAction action) implements Begun {}

        record TooMany(int most) implements Begun {}

        record Taken() implements Begun {}
    }

    /**
     * 200 with a {@link JobAction}, also if it was asked for before; 400 if the body is no {@link ActionRequest}; 409
     * if there is another action of this id; 422 with {@code most} if more jobs match than an action may have; 503 if
     * the database is unavailable or busy.
     */
    @POST
    public Response begin(byte[] body) {
        ActionRequest request;
        try {
            request = Json.read(body, ActionRequest.class);
        } catch (UndecodableException e) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Json.write(Map.of("error", e.getMessage())))
                    .build();
        }
        return requests.answer(() -> switch (transactions.inOne(() -> begin(request))) {
            case Begun.Noted(var action) -> DatabaseRequests.ok(action);
            case Begun.Taken() -> Response.status(Response.Status.CONFLICT).build();
            case Begun.TooMany(var most) ->
                Response.status(TOO_MANY)
                        .entity(Json.write(Map.of("most", most)))
                        .build();
        });
    }

    private Begun begin(ActionRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        actions.forget(now.minus(config.retention()));
        if (actions.begin(request, now, config.mostJobs()) > config.mostJobs()) {
            return new Begun.TooMany(config.mostJobs());
        }
        return actions.find(request.id(), request.submitter())
                .filter(found ->
                        found.action() == request.action() && found.filter().equals(request.filter()))
                .<Begun>map(Begun.Noted::new)
                .orElseGet(Begun.Taken::new);
    }

    /** 200 with a {@link JobAction}; 404 if the submitter has none of this id; 503 as above. */
    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") String id, @QueryParam("submitter") String submitter) {
        Optional<UUID> action = parse(id);
        if (action.isEmpty() || submitter == null) {
            return DatabaseRequests.notFound();
        }
        return requests.answer(
                () -> DatabaseRequests.found(transactions.inOne(() -> actions.find(action.get(), submitter))));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
