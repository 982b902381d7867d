package pl.paragon.api.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;

/** Asks persistence-worker, the only owner of the database, over internal HTTP. */
@ApplicationScoped
class WebhookClient implements SavedWebhooks {

    private static final String UPLOAD_SECRET = "/upload-secret";

    private final HttpClient http;
    private final PersistenceConfig config;

    WebhookClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Optional<MintedWebhook> register(Submitter owner, WebhookWish wish) {
        HttpResponse<byte[]> answer = send(to("", owner, "").POST(BodyPublishers.ofByteArray(Json.write(wish))));
        return answer.statusCode() == 409 ? Optional.empty() : Optional.of(certain(read(answer, MintedWebhook.class)));
    }

    @Override
    public List<WebhookRecord> of(Submitter owner) {
        return certain(ask(to("", owner, "").GET(), WebhookList.class)).webhooks();
    }

    @Override
    public List<WebhookRecord> toldOf(Submitter owner, JobId job) {
        return certain(ask(to("", owner, "&job=" + job).GET(), WebhookList.class))
                .webhooks();
    }

    @Override
    public UploadSecret uploadSecret(Submitter owner) {
        return certain(ask(to(UPLOAD_SECRET, owner, "").GET(), UploadSecret.class));
    }

    @Override
    public UploadSecret replaceUploadSecret(Submitter owner) {
        return certain(ask(to(UPLOAD_SECRET, owner, "").POST(BodyPublishers.noBody()), UploadSecret.class));
    }

    @Override
    public Optional<WebhookRecord> find(Submitter owner, UUID id) {
        return ask(to("/" + id, owner, "").GET(), WebhookRecord.class);
    }

    @Override
    public Optional<WebhookRecord> delete(Submitter owner, UUID id) {
        return ask(to("/" + id, owner, "").DELETE(), WebhookRecord.class);
    }

    @Override
    public Optional<MintedWebhook> replaceSecret(Submitter owner, UUID id) {
        return ask(to("/" + id + "/secret", owner, "").POST(BodyPublishers.noBody()), MintedWebhook.class);
    }

    @Override
    public Optional<DeliveryPage> deliveries(Submitter owner, UUID id, Optional<UUID> before, int limit) {
        String page = "&limit=" + limit
                + before.map(delivery -> "&before=" + delivery).orElse("");
        return ask(to("/" + id + "/deliveries", owner, page).GET(), DeliveryPage.class);
    }

    @Override
    public Replay replay(Submitter owner, UUID id, UUID delivery) {
        String path = "/" + id + "/deliveries/" + delivery + "/replay";
        HttpResponse<byte[]> answer = send(to(path, owner, "").POST(BodyPublishers.noBody()));
        return answer.statusCode() == 409
                ? new Replay.Disabled()
                : read(answer, DeliveryRecord.class)
                        .<Replay>map(Replay.Due::new)
                        .orElseGet(Replay.Unknown::new);
    }

    private static <T> T certain(Optional<T> answer) {
        return answer.orElseThrow(
                () -> new WebhooksUnavailableException("persistence-worker is of a version without webhooks", null));
    }

    private <T> Optional<T> ask(HttpRequest.Builder request, Class<T> type) {
        return read(send(request), type);
    }

    /** Empty if the answer is 404. */
    private static <T> Optional<T> read(HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(Json.read(answer.body(), type));
                case 404 -> Optional.empty();
                default ->
                    throw new WebhooksUnavailableException(
                            "persistence-worker answered %d about webhooks".formatted(answer.statusCode()), null);
            };
        } catch (UndecodableException e) {
            throw new WebhooksUnavailableException("persistence-worker gave no sensible answer about webhooks", e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(config.timeout()).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new WebhooksUnavailableException("persistence-worker cannot be asked about webhooks", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebhooksUnavailableException("interrupted while asking about webhooks", e);
        }
    }

    private HttpRequest.Builder to(String path, Submitter owner, String more) {
        return HttpRequest.newBuilder(URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/webhooks"
                + path + "?owner=" + URLEncoder.encode(owner.name(), StandardCharsets.UTF_8) + more));
    }
}
