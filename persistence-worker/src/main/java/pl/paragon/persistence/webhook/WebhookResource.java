package pl.paragon.persistence.webhook;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/**
 * {@code /internal/webhooks?owner=…}, for the gateway, which knows who asks and which URLs are allowed. Every answer
 * may be 404: the owner has no such webhook; or 503: the database is unavailable or busy.
 */
@Path("/internal/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    private static final int LONGEST_PAGE = 100;

    private final WebhookDesk desk;
    private final DatabaseRequests requests = new DatabaseRequests("Requests about webhooks", 2);

    WebhookResource(Transactions transactions, Webhooks webhooks, WebhookConfig config, Clock clock) {
        this.desk = new WebhookDesk(transactions, webhooks, config, clock);
    }

    /**
     * 200 with a {@link pl.paragon.contracts.webhook.MintedWebhook}, 400 with {@code error} if the body is no such
     * wish, 409 if the owner has as many as they may have.
     */
    @POST
    public Response register(@QueryParam("owner") @DefaultValue("") String owner, byte[] body) {
        WebhookWish wish;
        try {
            wish = Json.read(body, WebhookWish.class);
        } catch (UndecodableException e) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Json.write(Map.of("error", e.getMessage())))
                    .build();
        }
        return requests.answer(() -> desk.register(owner, wish)
                .map(DatabaseRequests::ok)
                .orElseGet(() -> Response.status(Response.Status.CONFLICT).build()));
    }

    /** 200 with a {@link WebhookList}: what the owner has registered or, with {@code job}, what is told of that job. */
    @GET
    public Response list(@QueryParam("owner") @DefaultValue("") String owner, @QueryParam("job") String job) {
        if (job == null) {
            return requests.answer(() -> DatabaseRequests.ok(new WebhookList(desk.all(owner))));
        }
        return requests.answer(job, of -> DatabaseRequests.ok(new WebhookList(desk.toldOf(owner, of))));
    }

    /** 200 with an {@link pl.paragon.contracts.webhook.UploadSecret}, made if the owner has none. */
    @GET
    @Path("/upload-secret")
    public Response uploadSecret(@QueryParam("owner") @DefaultValue("") String owner) {
        return requests.answer(() -> DatabaseRequests.ok(desk.uploadSecret(owner)));
    }

    /** 200 with an {@link pl.paragon.contracts.webhook.UploadSecret} that is new. */
    @POST
    @Path("/upload-secret")
    public Response replaceUploadSecret(@QueryParam("owner") @DefaultValue("") String owner) {
        return requests.answer(() -> DatabaseRequests.ok(desk.replaceUploadSecret(owner)));
    }

    /** 200 with a {@link pl.paragon.contracts.webhook.WebhookRecord}. */
    @GET
    @Path("/{id}")
    public Response show(@QueryParam("owner") @DefaultValue("") String owner, @PathParam("id") String id) {
        return about(id, webhook -> DatabaseRequests.found(desk.find(owner, webhook)));
    }

    /** 200 with the {@link pl.paragon.contracts.webhook.WebhookRecord} that there was. */
    @DELETE
    @Path("/{id}")
    public Response delete(@QueryParam("owner") @DefaultValue("") String owner, @PathParam("id") String id) {
        return about(id, webhook -> DatabaseRequests.found(desk.delete(owner, webhook)));
    }

    /** 200 with a {@link pl.paragon.contracts.webhook.MintedWebhook}. */
    @POST
    @Path("/{id}/secret")
    public Response replaceSecret(@QueryParam("owner") @DefaultValue("") String owner, @PathParam("id") String id) {
        return about(id, webhook -> DatabaseRequests.found(desk.replaceSecret(owner, webhook)));
    }

    /** 200 with a {@link pl.paragon.contracts.webhook.DeliveryPage}. */
    @GET
    @Path("/{id}/deliveries")
    public Response deliveries(
            @QueryParam("owner") @DefaultValue("") String owner,
            @PathParam("id") String id,
            @QueryParam("before") String before,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int atMost = Math.clamp(limit, 1, LONGEST_PAGE);
        return about(id, webhook -> DatabaseRequests.found(desk.deliveries(owner, webhook, uuid(before), atMost)));
    }

    /** 200 with a {@link pl.paragon.contracts.webhook.DeliveryRecord}, 409 if the webhook is disabled. */
    @POST
    @Path("/{id}/deliveries/{delivery}/replay")
    public Response replay(
            @QueryParam("owner") @DefaultValue("") String owner,
            @PathParam("id") String id,
            @PathParam("delivery") String delivery) {
        Optional<UUID> of = uuid(delivery);
        if (of.isEmpty()) {
            return DatabaseRequests.notFound();
        }
        return about(id, webhook -> switch (desk.replay(owner, webhook, of.get())) {
            case WebhookDesk.Replay.Due(var due) -> DatabaseRequests.ok(due);
            case WebhookDesk.Replay.Disabled() ->
                Response.status(Response.Status.CONFLICT).build();
            case WebhookDesk.Replay.Unknown() -> DatabaseRequests.notFound();
        });
    }

    private Response about(String id, Function<UUID, Response> answer) {
        Optional<UUID> webhook = uuid(id);
        return webhook.isEmpty() ? DatabaseRequests.notFound() : requests.answer(() -> answer.apply(webhook.get()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
