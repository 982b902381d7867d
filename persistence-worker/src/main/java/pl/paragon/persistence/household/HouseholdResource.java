package pl.paragon.persistence.household;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/**
 * {@code /internal/households}, for the gateways, which say by whom they are asked. Answers 200 with a
 * {@link pl.paragon.contracts.household.Household} where nothing else is said, 404 if it is none of that person's, 409
 * with a {@link pl.paragon.contracts.household.Conflict}, 400 if somebody cannot be called so, and 503 if the database
 * is unavailable or busy.
 */
@Path("/internal/households")
@Produces(MediaType.APPLICATION_JSON)
public class HouseholdResource {

    private final Registry registry;
    private final DatabaseRequests changes = new DatabaseRequests("Requests about households", 2);
    private final DatabaseRequests lookups = new DatabaseRequests("Questions about members of households", 4);

    HouseholdResource(Transactions transactions, Households households, Clock clock) {
        this.registry = new Registry(transactions, households, clock);
    }

    /** 200 with {@link pl.paragon.contracts.household.Memberships}. */
    @GET
    public Response of(@QueryParam("by") String by) {
        return isPerson(by) ? lookups.answer(() -> DatabaseRequests.ok(registry.of(by))) : nobody();
    }

    @POST
    public Response found(@QueryParam("by") String by, byte[] body) {
        HouseholdRequest wish;
        try {
            wish = Json.read(body, HouseholdRequest.class);
        } catch (UndecodableException e) {
            return badRequest(e.getMessage());
        }
        return answer(by, () -> registry.found(wish, by));
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id, @QueryParam("by") String by) {
        return answer(by, () -> registry.show(id, by));
    }

    @DELETE
    @Path("/{id}")
    public Response delete(@PathParam("id") String id, @QueryParam("by") String by) {
        return answer(by, () -> registry.delete(id, by));
    }

    /** Invites somebody; who names themselves accepts an invitation. */
    @PUT
    @Path("/{id}/members")
    public Response put(@PathParam("id") String id, @QueryParam("owner") String owner, @QueryParam("by") String by) {
        if (!isPerson(owner)) {
            return nobody();
        }
        return answer(by, () -> owner.equals(by) ? registry.accept(id, by) : registry.invite(id, owner, by));
    }

    /** Removes somebody, or their invitation; who names themselves leaves, or declines. */
    @DELETE
    @Path("/{id}/members")
    public Response remove(@PathParam("id") String id, @QueryParam("owner") String owner, @QueryParam("by") String by) {
        if (!isPerson(owner)) {
            return nobody();
        }
        return answer(by, () -> owner.equals(by) ? registry.leave(id, by) : registry.remove(id, owner, by));
    }

    @PUT
    @Path("/{id}/default")
    public Response makeDefault(@PathParam("id") String id, @QueryParam("by") String by) {
        return answer(by, () -> registry.makeDefault(id, by));
    }

    /** 200 with {@link pl.paragon.contracts.household.Memberships}. */
    @DELETE
    @Path("/default")
    public Response withoutDefault(@QueryParam("by") String by) {
        return isPerson(by) ? changes.answer(() -> DatabaseRequests.ok(registry.withoutDefault(by))) : nobody();
    }

    private Response answer(String by, Supplier<Registry.Outcome> wish) {
        return isPerson(by) ? changes.answer(() -> answer(wish.get())) : nobody();
    }

    private static Response answer(Registry.Outcome outcome) {
        return switch (outcome) {
            case Registry.Outcome.Done(var household) -> DatabaseRequests.ok(household);
            case Registry.Outcome.Unknown() -> DatabaseRequests.notFound();
            case Registry.Outcome.Refused(var why) ->
                Response.status(Response.Status.CONFLICT)
                        .entity(Json.write(Map.of("conflict", why)))
                        .build();
        };
    }

    private static boolean isPerson(String owner) {
        return owner != null && HouseholdOwner.isPerson(owner);
    }

    private static Response nobody() {
        return badRequest("nobody can be called so");
    }

    private static Response badRequest(String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Json.write(Map.of("error", why)))
                .build();
    }
}
