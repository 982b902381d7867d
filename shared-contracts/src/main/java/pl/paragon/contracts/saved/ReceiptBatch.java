package pl.paragon.contracts.saved;

import java.util.List;

/**
 * Some of the receipts that were asked for, as a whole: the body of {@code POST /internal/receipts/batch}.
 *
 * @param next the cursor of the batch that follows; {@code null} if this is the last one
 */
public record ReceiptBatch(List<SavedReceipt> receipts, String next) {

    public ReceiptBatch {
        receipts = List.copyOf(receipts);
    }
}
