package pl.paragon.api.v3.key;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.DatabaseEdge;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.key.SavedKeys;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;

/** {@code /api/v3/keys}: API keys, for administrators. */
@Path("/api/v3/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

    private final SavedKeys keys;
    private final Clock clock;
    private final DatabaseEdge database = new DatabaseEdge("API keys", Duration.ofSeconds(2));

    KeyResource(SavedKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** {@code data} of the list. */
    public record KeysView(List<KeyRecord> keys) {}

    /** The whole key is in this answer and nowhere else. */
    @POST
    @PermissionsAllowed(Scope.Id.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<MintedKey>> create(byte[] body) {
        KeyRequest wish = wish(body);
        MintedKey minted = database.ask(() -> keys.mint(wish));
        return ResponseBuilder.create(RestResponse.Status.CREATED, new Envelope<>(201, "API key created", minted))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @PermissionsAllowed(Scope.Id.ADMIN)
    @RunOnVirtualThread
    public RestResponse<Envelope<KeysView>> list() {
        KeysView view = new KeysView(database.ask(keys::all));
        return ResponseBuilder.ok(new Envelope<>(200, "API keys", view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @PermissionsAllowed(Scope.Id.ADMIN)
    @Path("/{key_id}")
    @RunOnVirtualThread
    public Envelope<KeyRecord> revoke(@PathParam("key_id") String id) {
        return database.ask(() -> keys.revoke(id))
                .map(revoked -> new Envelope<>(200, "API key revoked", revoked))
                .orElseThrow(() -> ApiException.of(
                        ErrorBody.of(ApiError.KEY_NOT_FOUND, "API key not found", Map.of("key_id", id))));
    }

    private KeyRequest wish(byte[] body) {
        KeyRequest wish;
        try {
            wish = Json.read(body, KeyRequest.class);
        } catch (UndecodableException e) {
            throw refused(reason(e));
        }
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(clock.instant())) {
            throw refused("expires_at is over");
        }
        return wish;
    }

    /** What the wish says of itself; the decoder's own words are of no use to a client. */
    private static String reason(UndecodableException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Throwable::getMessage)
                .reduce((outer, inner) -> inner)
                .orElse("A JSON object is expected, with owner, scopes, and if need be name and expires_at");
    }

    private static ApiException refused(String why) {
        return ApiException.of(
                ErrorBody.of(ApiError.BAD_REQUEST, "This is no wish for an API key", Map.of("error", why)));
    }
}
