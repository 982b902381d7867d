package pl.paragon.api.v3.webhook;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.DatabaseEdge;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.webhook.SavedWebhooks;
import pl.paragon.api.webhook.Webhooks;
import pl.paragon.api.webhook.Webhooks.Registration;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;

/** {@code /api/v3/webhooks}: the caller's webhooks and what was delivered to them. */
@Path("/api/v3/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    private final Webhooks webhooks;
    private final SavedWebhooks saved;
    private final Submitters submitters;
    private final DatabaseEdge database;

    WebhookResource(Webhooks webhooks, SavedWebhooks saved, Submitters submitters, JobConfig config) {
        this.webhooks = webhooks;
        this.saved = saved;
        this.submitters = submitters;
        this.database = new DatabaseEdge("Webhooks", config.retryAfter());
    }

    /** {@code data} of the list. */
    public record WebhooksView(List<WebhookRecord> webhooks) {}

    /** The secret is in this answer and nowhere else. */
    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Envelope<MintedWebhook>> register(byte[] body) {
        WebhookWish wish = WebhookParameters.wish(body);
        return switch (database.ask(() -> webhooks.register(submitters.current(), wish))) {
            case Registration.Registered(var minted) ->
                ResponseBuilder.create(RestResponse.Status.CREATED, new Envelope<>(201, "Webhook registered", minted))
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/v3/webhooks/" + minted.webhook().id())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Registration.UrlRefused(var why) ->
                throw ApiException.of(ErrorBody.of(
                        ApiError.WEBHOOK_URL_REFUSED,
                        "Webhooks cannot be sent to this URL",
                        Map.of("field", "url", "error", why)));
            case Registration.TooMany() ->
                throw ApiException.of(ErrorBody.of(
                        ApiError.TOO_MANY_WEBHOOKS, "You have as many webhooks as you may have", Map.of()));
        };
    }

    @GET
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public RestResponse<Envelope<WebhooksView>> list(@QueryParam("job_id") String jobId) {
        Optional<JobId> job = WebhookParameters.job(jobId);
        return shown(
                "Webhooks",
                new WebhooksView(database.ask(() -> job.isEmpty()
                        ? saved.of(submitters.current())
                        : saved.toldOf(submitters.current(), job.get()))));
    }

    /** A secret is for those who upload. */
    @GET
    @Path("/upload-secret")
    @PermissionsAllowed(Scope.Id.WRITE)
    @RunOnVirtualThread
    public RestResponse<Envelope<UploadSecret>> uploadSecret() {
        return shown("Secret of uploads", database.ask(() -> saved.uploadSecret(submitters.current())));
    }

    @POST
    @Path("/upload-secret")
    @PermissionsAllowed(Scope.Id.WRITE)
    @RunOnVirtualThread
    public RestResponse<Envelope<UploadSecret>> replaceUploadSecret() {
        return shown("Secret replaced", database.ask(() -> saved.replaceUploadSecret(submitters.current())));
    }

    @GET
    @Path("/{webhook_id}")
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public RestResponse<Envelope<WebhookRecord>> show(@PathParam("webhook_id") String id) {
        return shown("Webhook", known(id, webhook -> saved.find(submitters.current(), webhook)));
    }

    @DELETE
    @Path("/{webhook_id}")
    @PermissionsAllowed(Scope.Id.WRITE)
    @RunOnVirtualThread
    public RestResponse<Envelope<WebhookRecord>> delete(@PathParam("webhook_id") String id) {
        return shown("Webhook deleted", known(id, webhook -> saved.delete(submitters.current(), webhook)));
    }

    /** The new secret is in this answer and nowhere else. */
    @POST
    @Path("/{webhook_id}/secret")
    @PermissionsAllowed(Scope.Id.WRITE)
    @RunOnVirtualThread
    public RestResponse<Envelope<MintedWebhook>> replaceSecret(@PathParam("webhook_id") String id) {
        return shown("Secret replaced", known(id, webhook -> saved.replaceSecret(submitters.current(), webhook)));
    }

    @GET
    @Path("/{webhook_id}/deliveries")
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public RestResponse<Envelope<DeliveryPage>> deliveries(
            @PathParam("webhook_id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        int atMost = WebhookParameters.limit(limit);
        Optional<UUID> before = WebhookParameters.cursor(cursor);
        return shown(
                "Deliveries", known(id, webhook -> saved.deliveries(submitters.current(), webhook, before, atMost)));
    }

    @POST
    @Path("/{webhook_id}/deliveries/{delivery_id}/replay")
    @PermissionsAllowed(Scope.Id.WRITE)
    @RunOnVirtualThread
    public RestResponse<Envelope<DeliveryRecord>> replay(
            @PathParam("webhook_id") String id, @PathParam("delivery_id") String delivery) {
        Optional<UUID> webhook = WebhookParameters.id(id);
        Optional<UUID> of = WebhookParameters.id(delivery);
        if (webhook.isEmpty() || of.isEmpty()) {
            throw unknown(id);
        }
        return switch (database.ask(() -> saved.replay(submitters.current(), webhook.get(), of.get()))) {
            case SavedWebhooks.Replay.Due(var due) ->
                ResponseBuilder.create(
                                RestResponse.Status.ACCEPTED, new Envelope<>(202, "Delivery will be sent again", due))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case SavedWebhooks.Replay.Disabled() ->
                throw ApiException.of(
                        ErrorBody.of(ApiError.WEBHOOK_DISABLED, "The webhook is disabled", Map.of("webhook_id", id)));
            case SavedWebhooks.Replay.Unknown() -> throw unknown(id);
        };
    }

    private <T> T known(String id, Function<UUID, Optional<T>> question) {
        return WebhookParameters.id(id)
                .flatMap(webhook -> database.ask(() -> question.apply(webhook)))
                .orElseThrow(() -> unknown(id));
    }

    private static ApiException unknown(String id) {
        return ApiException.of(ErrorBody.of(ApiError.WEBHOOK_NOT_FOUND, "Webhook not found", Map.of("webhook_id", id)));
    }

    private static <T> RestResponse<Envelope<T>> shown(String message, T data) {
        return ResponseBuilder.ok(new Envelope<>(200, message, data))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
