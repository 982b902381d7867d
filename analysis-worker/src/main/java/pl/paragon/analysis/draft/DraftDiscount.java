package pl.paragon.analysis.draft;

import java.util.List;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.rows.Trace;

/**
 * A printed discount.
 *
 * @param description as printed
 * @param amount in grosze, positive
 * @param letters what its tax letter may be
 * @param item the index of the line that it lowers, or -1 if it belongs to the receipt as a whole
 * @param worded whether its words say that it is a discount; a bare negative row may be something else
 * @param share whether it is this line's part of a discount that was printed once for several lines
 * @param sure whether its place or its words leave no doubt which line that is
 */
public record DraftDiscount(
        String description,
        Figure amount,
        List<Letter> letters,
        int item,
        boolean worded,
        boolean share,
        boolean sure,
        Trace trace) {

    public DraftDiscount {
        letters = List.copyOf(letters);
    }

    /** The part of it that lowers one of several lines. */
    public DraftDiscount part(long grosze, int line, boolean certain) {
        Figure part = new Figure(List.of(new Alternative(grosze, 0)), amount.trace());
        return new DraftDiscount(description, part, letters, line, worded, true, certain, trace);
    }

    public DraftDiscount of(int line, boolean certain) {
        return new DraftDiscount(description, amount, letters, line, worded, share, certain, trace);
    }
}
