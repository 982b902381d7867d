package pl.paragon.api.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** Registers webhooks whose receivers may be called. */
@ApplicationScoped
public class Webhooks {

    private final SavedWebhooks saved;
    private final ReceiverPolicy receivers;

    Webhooks(SavedWebhooks saved, ReceiverPolicy receivers) {
        this.saved = saved;
        this.receivers = receivers;
    }

    /** What became of the wish for a webhook. */
    public sealed interface Registration {

        record Registered(MintedWebhook webhook) implements Registration {}

        /** @param why a sentence for the client */
        record UrlRefused(String why) implements Registration {}

        /** The owner has as many as they may have. */
        record TooMany() implements Registration {}
    }

    /** @throws PersistenceUnavailableException as {@link SavedWebhooks} does */
    public Registration register(Submitter owner, WebhookWish wish) {
        Optional<String> refusal = receivers.refusal(wish.url());
        if (refusal.isPresent()) {
            return new Registration.UrlRefused(refusal.get());
        }
        return saved.register(owner, wish)
                .<Registration>map(Registration.Registered::new)
                .orElseGet(Registration.TooMany::new);
    }
}
