package pl.paragon.contracts.webhook;

import java.time.Instant;
import java.util.List;
import pl.paragon.contracts.job.JobId;

/**
 * The message about one job to one webhook, and what became of it.
 *
 * @param id the {@code webhook-id} of the message, the same at each attempt
 * @param nextAttemptAt {@code null} unless it is pending
 * @param endedAt {@code null} while it is pending
 * @param attempts in their order
 */
public record DeliveryRecord(
        String id,
        WebhookEvent event,
        JobId jobId,
        DeliveryState state,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant endedAt,
        List<AttemptRecord> attempts) {

    public DeliveryRecord {
        attempts = List.copyOf(attempts);
    }
}
