package pl.paragon.api.v3.household;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.http.Envelope;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.key.Scope;

/** {@code /api/v3/households}: the caller's, whatever household the request is made on behalf of. */
@Path("/api/v3/households")
@Produces(MediaType.APPLICATION_JSON)
public class HouseholdResource {

    private static final String ME = "me";

    private final HouseholdWishes wishes;
    private final SecurityIdentity identity;

    HouseholdResource(HouseholdWishes wishes, SecurityIdentity identity) {
        this.wishes = wishes;
        this.identity = identity;
    }

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<Household>> create(byte[] body) {
        HouseholdRequest wish = HouseholdWishes.read(body);
        Household made = wishes.by(identity, (households, person) -> households.found(wish, person));
        return ResponseBuilder.create(RestResponse.Status.CREATED, new Envelope<>(201, "Household created", made))
                .header(HttpHeaders.LOCATION, "/api/v3/households/" + made.id())
                .build();
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public Envelope<HouseholdsView> list() {
        return new Envelope<>(200, "Households", HouseholdsView.of(wishes.of(identity)));
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @Path("/{household_id}")
    @RunOnVirtualThread
    public Envelope<Household> show(@PathParam("household_id") String id) {
        return new Envelope<>(200, "Household", wishes.show(identity, id));
    }

    @DELETE
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/{household_id}")
    @RunOnVirtualThread
    public Envelope<Household> delete(@PathParam("household_id") String id) {
        return new Envelope<>(
                200, "Household deleted", wishes.by(identity, (households, person) -> households.delete(id, person)));
    }

    /** Invites somebody; {@code me} accepts an invitation. */
    @PUT
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/{household_id}/members/{owner}")
    @RunOnVirtualThread
    public Envelope<Household> put(@PathParam("household_id") String id, @PathParam("owner") String owner) {
        if (owner.equals(ME)) {
            return new Envelope<>(
                    200,
                    "Household joined",
                    wishes.by(identity, (households, person) -> households.put(id, person, person)));
        }
        String invited = wishes.somebodyElse(owner, identity);
        return new Envelope<>(
                200,
                "Member invited",
                wishes.by(identity, (households, person) -> households.put(id, invited, person)));
    }

    /** Removes somebody, or withdraws their invitation; {@code me} leaves, or declines. */
    @DELETE
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/{household_id}/members/{owner}")
    @RunOnVirtualThread
    public Envelope<Household> remove(@PathParam("household_id") String id, @PathParam("owner") String owner) {
        if (owner.equals(ME)) {
            return new Envelope<>(
                    200,
                    "Household left",
                    wishes.by(identity, (households, person) -> households.remove(id, person, person)));
        }
        String removed = wishes.somebodyElse(owner, identity);
        Household household = wishes.by(identity, (households, person) -> households.remove(id, removed, person));
        wishes.changed(removed);
        return new Envelope<>(200, "Member removed", household);
    }

    /** Where the caller's uploads belong if they do not say. */
    @PUT
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/default")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<Household> makeDefault(byte[] body) {
        String id = HouseholdWishes.readId(body);
        return new Envelope<>(
                200,
                "Default household set",
                wishes.by(identity, (households, person) -> households.makeDefault(id, person)));
    }

    @DELETE
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/default")
    @RunOnVirtualThread
    public Envelope<HouseholdsView> withoutDefault() {
        return new Envelope<>(200, "Households", HouseholdsView.of(wishes.withoutDefault(identity)));
    }
}
