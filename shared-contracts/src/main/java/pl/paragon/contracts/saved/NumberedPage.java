package pl.paragon.contracts.saved;

import java.util.List;

/**
 * Some of somebody's latest receipts.
 *
 * @param total how many there are, at most {@value NumberedQuery#NUMBERED}
 */
public record NumberedPage(List<ReceiptSummary> receipts, int total) {

    public NumberedPage {
        receipts = List.copyOf(receipts);
    }
}
