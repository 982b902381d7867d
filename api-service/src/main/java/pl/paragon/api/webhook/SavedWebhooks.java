package pl.paragon.api.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;

/**
 * The webhooks in the database; of what belongs to another owner there is nothing. Every method throws {@link
 * PersistenceUnavailableException} if they cannot be asked for now.
 */
public interface SavedWebhooks {

    /** Empty if the owner has as many as they may have. */
    Optional<MintedWebhook> register(Submitter owner, WebhookWish wish);

    /** Those that were registered, newest first. */
    List<WebhookRecord> of(Submitter owner);

    /** Those that are told of a job, newest first, also those that uploads name. */
    List<WebhookRecord> toldOf(Submitter owner, JobId job);

    /** What messages to uploads' URLs are signed with; made if the owner has none. */
    UploadSecret uploadSecret(Submitter owner);

    /** One that is new. */
    UploadSecret replaceUploadSecret(Submitter owner);

    Optional<WebhookRecord> find(Submitter owner, UUID id);

    /** The webhook that there was. */
    Optional<WebhookRecord> delete(Submitter owner, UUID id);

    /** With a secret that is new. */
    Optional<MintedWebhook> replaceSecret(Submitter owner, UUID id);

    /** Newest first. @param before the delivery that they follow; empty for the newest */
    Optional<DeliveryPage> deliveries(Submitter owner, UUID id, Optional<UUID> before, int limit);

    Replay replay(Submitter owner, UUID id, UUID delivery);

    /** What became of a request to replay a delivery. */
    sealed interface Replay {

        record Due(DeliveryRecord delivery) implements Replay {}

        /** Its receiver answered that it is gone. */
        record Disabled() implements Replay {}

        record Unknown() implements Replay {}
    }
}
