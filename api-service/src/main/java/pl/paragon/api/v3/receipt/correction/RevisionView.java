package pl.paragon.api.v3.receipt.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.v3.result.AnalysisView;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;

/**
 * A revision of a receipt.
 *
 * @param revision 0 for the reading
 * @param author {@code null} for the reading
 * @param patch what was corrected; {@code null} for the reading
 * @param analysis the receipt as it was; absent in a list
 */
public record RevisionView(
        int revision,
        String author,
        Instant at,
        Verdict verdict,
        JsonNode patch,
        @JsonInclude(JsonInclude.Include.NON_NULL) AnalysisView analysis) {

    /** {@code data} of the list, the reading first. */
    public record Revisions(List<RevisionView> revisions) {

        static Revisions of(RevisionList list) {
            return new Revisions(list.revisions().stream().map(RevisionView::of).toList());
        }
    }

    static RevisionView of(Revision revision) {
        return new RevisionView(
                revision.number(),
                revision.author(),
                WireTime.of(revision.at()),
                revision.verdict(),
                revision.patch(),
                revision.analysis() == null ? null : AnalysisView.of(revision.analysis()));
    }
}
