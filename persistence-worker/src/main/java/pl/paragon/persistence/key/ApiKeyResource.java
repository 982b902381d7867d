package pl.paragon.persistence.key;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyProof;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/**
 * {@code /internal/keys}, for the gateways and the operator's command. Every answer may be 503: the database is
 * unavailable or busy.
 */
@Path("/internal/keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {

    private final KeyRing keys;
    private final DatabaseRequests changes = new DatabaseRequests("Requests about API keys", 2);
    private final DatabaseRequests verifications = new DatabaseRequests("Verifications of API keys", 4);

    ApiKeyResource(Transactions transactions, ApiKeys keys, Clock clock) {
        this.keys = new KeyRing(transactions, keys, clock);
    }

    /** 200 with a {@link pl.paragon.contracts.key.MintedKey}, 400 with {@code error} if the body is no such wish. */
    @POST
    public Response mint(byte[] body) {
        KeyRequest wish;
        try {
            wish = Json.read(body, KeyRequest.class);
        } catch (UndecodableException e) {
            return badRequest(e);
        }
        return changes.answer(() -> DatabaseRequests.ok(keys.mint(wish)));
    }

    /** 200 with a {@link KeyList}. */
    @GET
    public Response list() {
        return changes.answer(() -> DatabaseRequests.ok(new KeyList(keys.all())));
    }

    /** 200 with a {@link pl.paragon.contracts.key.KeyRecord}, also if it was revoked before; 404 if there is none. */
    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") String id) {
        return changes.answer(() -> DatabaseRequests.found(keys.revoke(id)));
    }

    /**
     * 200 with a {@link pl.paragon.contracts.key.KeyRecord}, whether or not the key can still be used; 404 if there is
     * none, or the proof is of another; 400 if the body is no {@link KeyProof}.
     */
    @POST
    @Path("/{id}/verification")
    public Response verify(@PathParam("id") String id, byte[] body) {
        KeyProof proof;
        try {
            proof = Json.read(body, KeyProof.class);
        } catch (UndecodableException e) {
            return badRequest(e);
        }
        return verifications.answer(() -> DatabaseRequests.found(keys.verify(id, proof)));
    }

    private static Response badRequest(UndecodableException e) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Json.write(Map.of("error", e.getMessage())))
                .build();
    }
}
