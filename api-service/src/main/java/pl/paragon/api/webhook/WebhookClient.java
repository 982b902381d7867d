package pl.paragon.api.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.Answer;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;

/** Asks persistence-worker for webhooks. */
@ApplicationScoped
class WebhookClient implements SavedWebhooks {

    private static final String WEBHOOKS = "/webhooks";
    private static final String UPLOAD_SECRET = WEBHOOKS + "/upload-secret";

    private final PersistenceWorker worker;

    WebhookClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    @Override
    public Optional<MintedWebhook> register(Submitter owner, WebhookWish wish) {
        Answer answer = worker.post(WEBHOOKS + whose(owner), wish);
        return answer.status() == 409 ? Optional.empty() : Optional.of(answer.only(MintedWebhook.class));
    }

    @Override
    public List<WebhookRecord> of(Submitter owner) {
        return worker.get(WEBHOOKS + whose(owner)).only(WebhookList.class).webhooks();
    }

    @Override
    public List<WebhookRecord> toldOf(Submitter owner, JobId job) {
        return worker.get(WEBHOOKS + whose(owner).with("job", job))
                .only(WebhookList.class)
                .webhooks();
    }

    @Override
    public UploadSecret uploadSecret(Submitter owner) {
        return worker.get(UPLOAD_SECRET + whose(owner)).only(UploadSecret.class);
    }

    @Override
    public UploadSecret replaceUploadSecret(Submitter owner) {
        return worker.post(UPLOAD_SECRET + whose(owner)).only(UploadSecret.class);
    }

    @Override
    public Optional<WebhookRecord> find(Submitter owner, UUID id) {
        return worker.get(WEBHOOKS + "/" + id + whose(owner)).any(WebhookRecord.class);
    }

    @Override
    public Optional<WebhookRecord> delete(Submitter owner, UUID id) {
        return worker.delete(WEBHOOKS + "/" + id + whose(owner)).any(WebhookRecord.class);
    }

    @Override
    public Optional<MintedWebhook> replaceSecret(Submitter owner, UUID id) {
        return worker.post(WEBHOOKS + "/" + id + "/secret" + whose(owner)).any(MintedWebhook.class);
    }

    @Override
    public Optional<DeliveryPage> deliveries(Submitter owner, UUID id, Optional<UUID> before, int limit) {
        Parameters page = whose(owner).with("limit", limit).withAny("before", before);
        return worker.get(WEBHOOKS + "/" + id + "/deliveries" + page).any(DeliveryPage.class);
    }

    @Override
    public Replay replay(Submitter owner, UUID id, UUID delivery) {
        Answer answer = worker.post(WEBHOOKS + "/" + id + "/deliveries/" + delivery + "/replay" + whose(owner));
        return answer.status() == 409
                ? new Replay.Disabled()
                : answer.any(DeliveryRecord.class).<Replay>map(Replay.Due::new).orElseGet(Replay.Unknown::new);
    }

    private static Parameters whose(Submitter owner) {
        return Parameters.of("owner", owner.name());
    }
}
