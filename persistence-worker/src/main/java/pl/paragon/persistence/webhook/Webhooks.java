package pl.paragon.persistence.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;

/** The webhooks in the database. Every method needs a transaction; nobody gets anything of another owner. */
interface Webhooks {

    /** How many the owner has registered. Until the transaction ends, nobody else can add one for the same owner. */
    int countForAdding(String owner);

    void add(UUID id, String owner, WebhookWish wish, String secret, Instant at);

    Optional<WebhookRecord> find(String owner, UUID id);

    /** Those that were registered, newest first. */
    List<WebhookRecord> of(String owner);

    /** Those that are told of a job, newest first, of uploads or registered. */
    List<WebhookRecord> toldOf(String owner, JobId job);

    /** With all its deliveries. @return whether there was one */
    boolean delete(String owner, UUID id);

    /**
     * Of a webhook that was registered.
     *
     * @param until when the secret of now is still signed with
     * @return whether there was such a webhook
     */
    boolean replaceSecret(String owner, UUID id, String secret, Instant until);

    /** What messages to uploads' URLs are signed with. @param unlessThereIs one, this is it from now on */
    String uploadSecret(String owner, String unlessThereIs);

    /** @param until when the secret of now, if there is one, is still signed with */
    void replaceUploadSecret(String owner, String secret, Instant until);

    /** Newest first. @param before the delivery that they follow; empty for the newest */
    List<DeliveryRecord> deliveries(UUID webhook, Optional<UUID> before, int atMost);

    Optional<DeliveryRecord> delivery(UUID webhook, UUID id);

    /** Makes it due, in a new round of attempts unless it is pending. */
    void replay(UUID delivery, Instant at);
}
