package pl.paragon.persistence.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.paragon.contracts.webhook.WebhookMessage;
import pl.paragon.persistence.webhook.send.WebhookSecret;

/**
 * A delivery that this worker has in hand.
 *
 * @param number of the attempt
 * @param round the same, counted since the first round or the latest replay began
 * @param secrets the current one first
 */
record DueDelivery(
        UUID id,
        int number,
        int round,
        Instant roundBeganAt,
        String url,
        List<WebhookSecret> secrets,
        WebhookMessage message) {

    DueDelivery {
        secrets = List.copyOf(secrets);
    }
}
