package pl.paragon.contracts.webhook;

import java.util.List;

/** @param webhooks newest first */
public record WebhookList(List<WebhookRecord> webhooks) {
    public WebhookList {
        webhooks = List.copyOf(webhooks);
    }
}
