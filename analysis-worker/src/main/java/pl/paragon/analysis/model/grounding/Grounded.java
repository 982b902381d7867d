package pl.paragon.analysis.model.grounding;

import java.util.List;
import pl.paragon.analysis.draft.Draft;

/**
 * What of a model's answer stands in the text.
 *
 * @param rejected what does not, in words for the log
 */
public record Grounded(Draft draft, List<Rejected> rejected) {

    public Grounded {
        rejected = List.copyOf(rejected);
    }

    /** Something that a model said and that is not taken. */
    public record Rejected(Kind kind, String why) {}

    /** What it spoke of; also the tag of the metric. */
    public enum Kind {
        ITEM,
        QUANTITY,
        PRICE,
        DISCOUNT,
        VAT,
        TOTAL,
        DEPOSIT,
        PAYMENT
    }
}
