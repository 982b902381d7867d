package pl.paragon.contracts.saved;

import java.util.List;

/**
 * Some of the receipts that were asked for.
 *
 * @param next the cursor of the page that follows; {@code null} if this is the last one
 */
public record ReceiptPage(List<ReceiptSummary> receipts, String next) {

    public ReceiptPage {
        receipts = List.copyOf(receipts);
    }
}
