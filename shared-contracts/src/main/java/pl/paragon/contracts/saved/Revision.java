package pl.paragon.contracts.saved;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * What a receipt was at some time.
 *
 * @param number 0 for the reading, then 1, 2, …
 * @param author who corrected it; {@code null} for the reading
 * @param at when it was saved or corrected
 * @param patch what the author changed, as a JSON Merge Patch; {@code null} for the reading
 */
public record Revision(
        int number, String author, Instant at, JsonNode patch, Verdict verdict, ReceiptAnalysis analysis) {

    public Revision {
        Objects.requireNonNull(at, "at is missing");
        Objects.requireNonNull(verdict, "verdict is missing");
        // A null in JSON may come as a node.
        patch = patch == null || patch.isNull() ? null : patch;
    }

    /** Without the receipt, for a list. */
    public Revision inShort() {
        return new Revision(number, author, at, patch, verdict, null);
    }
}
