package pl.paragon.contracts.webhook;

import java.time.Instant;
import java.util.List;

/**
 * A webhook without its secret.
 *
 * @param ofUploads whether it was not registered, but named as the {@code webhook_url} of uploads
 * @param disabledAt since when nothing is sent to it, as its receiver answered 410; {@code null} while it is used
 */
public record WebhookRecord(
        String id,
        String url,
        List<WebhookEvent> events,
        String description,
        boolean ofUploads,
        Instant createdAt,
        Instant disabledAt) {

    public WebhookRecord {
        events = List.copyOf(events);
    }
}
