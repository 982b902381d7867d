package pl.paragon.analysis.draft;

import java.util.List;

/**
 * A printed discount.
 *
 * @param description as printed
 * @param amount in grosze, positive
 * @param letters what its tax letter may be
 * @param item the index of the line that it lowers, or -1 where it belongs to the receipt as a whole
 * @param sure whether its place or its words leave no doubt which line that is
 */
public record DraftDiscount(
        String description, Figure amount, List<Letter> letters, int item, boolean sure, Trace trace) {

    public DraftDiscount {
        letters = List.copyOf(letters);
    }

    public DraftDiscount of(int line, boolean certain) {
        return new DraftDiscount(description, amount, letters, line, certain, trace);
    }
}
