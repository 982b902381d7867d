package pl.paragon.persistence.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.webhook.send.WebhookSecret;

/** What owners may do with their webhooks. */
final class WebhookDesk {

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final WebhookConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookDesk(Transactions transactions, Webhooks webhooks, WebhookConfig config, Clock clock) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.config = config;
        this.clock = clock;
    }

    /** What became of a request to replay a delivery. */
    sealed interface Replay {

        record Due(DeliveryRecord delivery) implements Replay {}

        /** Nothing is sent to the webhook any more. */
        record Disabled() implements Replay {}

        record Unknown() implements Replay {}
    }

    /** Empty if the owner has as many as they may have. */
    Optional<MintedWebhook> register(String owner, WebhookWish wish) {
        UUID id = UUID.randomUUID();
        WebhookSecret secret = WebhookSecret.make(random);
        return transactions.inOne(() -> {
            if (webhooks.countForAdding(owner) >= config.perOwner()) {
                return Optional.empty();
            }
            webhooks.add(id, owner, wish, secret.text(), now());
            return webhooks.find(owner, id).map(webhook -> new MintedWebhook(secret.text(), webhook));
        });
    }

    List<WebhookRecord> all(String owner) {
        return transactions.inOne(() -> webhooks.of(owner));
    }

    List<WebhookRecord> toldOf(String owner, JobId job) {
        return transactions.inOne(() -> webhooks.toldOf(owner, job));
    }

    /** The one that there is; made if there is none. */
    UploadSecret uploadSecret(String owner) {
        String fresh = WebhookSecret.make(random).text();
        return new UploadSecret(transactions.inOne(() -> webhooks.uploadSecret(owner, fresh)));
    }

    UploadSecret replaceUploadSecret(String owner) {
        String fresh = WebhookSecret.make(random).text();
        Instant until = now().plus(config.secretOverlap());
        return transactions.inOne(() -> {
            webhooks.replaceUploadSecret(owner, fresh, until);
            return new UploadSecret(fresh);
        });
    }

    Optional<WebhookRecord> find(String owner, UUID id) {
        return transactions.inOne(() -> webhooks.find(owner, id));
    }

    /** The webhook that there was; what is pending to it is not sent any more. */
    Optional<WebhookRecord> delete(String owner, UUID id) {
        return transactions.inOne(() -> webhooks.find(owner, id).filter(webhook -> webhooks.delete(owner, id)));
    }

    Optional<MintedWebhook> replaceSecret(String owner, UUID id) {
        WebhookSecret secret = WebhookSecret.make(random);
        Instant until = now().plus(config.secretOverlap());
        return transactions.inOne(() -> webhooks.replaceSecret(owner, id, secret.text(), until)
                ? webhooks.find(owner, id).map(webhook -> new MintedWebhook(secret.text(), webhook))
                : Optional.empty());
    }

    /** Empty if the owner has no such webhook. */
    Optional<DeliveryPage> deliveries(String owner, UUID id, Optional<UUID> before, int atMost) {
        return transactions.inOne(() -> webhooks.find(owner, id).map(webhook -> {
            List<DeliveryRecord> found = webhooks.deliveries(id, before, atMost + 1);
            return found.size() <= atMost
                    ? new DeliveryPage(found, null)
                    : new DeliveryPage(
                            found.subList(0, atMost), found.get(atMost - 1).id());
        }));
    }

    Replay replay(String owner, UUID id, UUID delivery) {
        return transactions.inOne(() -> {
            Optional<WebhookRecord> webhook = webhooks.find(owner, id);
            if (webhook.isEmpty() || webhooks.delivery(id, delivery).isEmpty()) {
                return new Replay.Unknown();
            }
            if (webhook.get().disabledAt() != null) {
                return new Replay.Disabled();
            }
            webhooks.replay(delivery, now());
            return webhooks.delivery(id, delivery).<Replay>map(Replay.Due::new).orElseGet(Replay.Unknown::new);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
