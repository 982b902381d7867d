package pl.paragon.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;

/** The webhooks of {@link PlayedPersistence}; of each one message was delivered. */
final class PlayedWebhooks {

    static final String PATH = "/internal/webhooks";

    static final int MOST = 5;

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final byte[] NOTHING = {};

    private record Kept(String owner, WebhookRecord record) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile String lastQuery = "";

    /** As if its receiver had answered 410. */
    void disable(String id) {
        kept.computeIfPresent(
                id,
                (same, webhook) -> new Kept(
                        webhook.owner(),
                        new WebhookRecord(
                                id, webhook.record().url(), webhook.record().events(), "", false, NOON, NOON)));
    }

    /** The one delivery of a webhook. */
    static String deliveryOf(String webhook) {
        return UUID.nameUUIDFromBytes(webhook.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** Of the last request. */
    String lastQuery() {
        return lastQuery;
    }

    void answer(HttpExchange exchange) throws IOException {
        String[] path =
                exchange.getRequestURI().getPath().substring(PATH.length()).split("/");
        lastQuery = exchange.getRequestURI().getQuery();
        String owner = lastQuery.replaceAll("owner=([^&]*).*", "$1");
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.length == 2 && path[1].equals("upload-secret")) {
            String secret = exchange.getRequestMethod().equals("GET") ? "whsec_b2xk" : "whsec_bmV3";
            send(exchange, Optional.of(new UploadSecret(secret)), 404);
            return;
        }
        if (path.length < 2) {
            send(
                    exchange,
                    exchange.getRequestMethod().equals("GET") ? Optional.of(list(owner)) : register(owner, body),
                    409);
            return;
        }
        Optional<Kept> webhook =
                Optional.ofNullable(kept.get(path[1])).filter(it -> it.owner().equals(owner));
        if (webhook.isPresent() && exchange.getRequestMethod().equals("DELETE")) {
            kept.remove(path[1]);
        }
        if (webhook.isPresent() && path.length == 5 && !path[3].equals(deliveryOf(path[1]))) {
            webhook = Optional.empty();
        }
        if (webhook.isPresent() && path.length == 5 && webhook.get().record().disabledAt() != null) {
            send(exchange, Optional.empty(), 409);
            return;
        }
        send(exchange, webhook.map(it -> answer(it.record(), path)), 404);
    }

    private static Object answer(WebhookRecord webhook, String[] path) {
        DeliveryRecord delivery = new DeliveryRecord(
                deliveryOf(webhook.id()),
                WebhookEvent.JOB_SUCCEEDED,
                JobId.random(),
                path.length == 5 ? DeliveryState.PENDING : DeliveryState.DELIVERED,
                NOON,
                null,
                NOON,
                List.of());
        if (path.length == 2) {
            return webhook;
        }
        if (path.length == 5) {
            return delivery;
        }
        return path[2].equals("secret")
                ? new MintedWebhook("whsec_bmV3", webhook)
                : new DeliveryPage(List.of(delivery), null);
    }

    private WebhookList list(String owner) {
        return new WebhookList(kept.values().stream()
                .filter(webhook -> webhook.owner().equals(owner))
                .map(Kept::record)
                .toList());
    }

    private Optional<MintedWebhook> register(String owner, byte[] body) {
        if (list(owner).webhooks().size() >= MOST) {
            return Optional.empty();
        }
        WebhookWish wish = Json.read(body, WebhookWish.class);
        WebhookRecord record = new WebhookRecord(
                UUID.randomUUID().toString(), wish.url(), wish.events(), wish.description(), false, NOON, null);
        kept.put(record.id(), new Kept(owner, record));
        return Optional.of(new MintedWebhook("whsec_b2xk", record));
    }

    private static void send(HttpExchange exchange, Optional<?> answer, int otherwise) throws IOException {
        byte[] text = answer.map(Json::write).orElse(NOTHING);
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : otherwise, text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
    }
}
