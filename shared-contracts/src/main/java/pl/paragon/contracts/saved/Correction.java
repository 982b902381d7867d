package pl.paragon.contracts.saved;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

/**
 * The body of {@code POST /internal/receipts/{job_id}/revisions}: a receipt as somebody wants it to be.
 *
 * @param submitter whose receipt it is
 * @param author who corrects it
 * @param revision which was corrected: if there is another one since, nothing happens
 * @param patch the merge patch, as far as it was taken
 * @param analysis the receipt with the patch applied; what its equations say of it is not part of a wish
 */
public record Correction(String submitter, String author, int revision, JsonNode patch, ReceiptAnalysis analysis) {

    public Correction {
        Objects.requireNonNull(submitter, "a correction needs whose receipt it is");
        Objects.requireNonNull(author, "a correction has an author");
        Objects.requireNonNull(patch, "a correction changes something");
        Objects.requireNonNull(analysis, "a correction needs the receipt as it is to be");
    }
}
