package pl.paragon.contracts.webhook;

import java.util.List;

/**
 * @param deliveries newest first
 * @param nextCursor for the page that follows; {@code null} at the end
 */
public record DeliveryPage(List<DeliveryRecord> deliveries, String nextCursor) {
    public DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }
}
