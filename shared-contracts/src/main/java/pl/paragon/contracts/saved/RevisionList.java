package pl.paragon.contracts.saved;

import java.util.List;

/** All revisions of a receipt, the reading first, each without the receipt as it was. */
public record RevisionList(List<Revision> revisions) {

    /** The most corrections that a receipt may have. */
    public static final int MOST = 200;

    public RevisionList {
        revisions = List.copyOf(revisions);
    }
}
