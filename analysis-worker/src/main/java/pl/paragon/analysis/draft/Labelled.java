package pl.paragon.analysis.draft;

/**
 * An amount of the summary with the role that its words give it.
 *
 * @param cost how badly the words fit the role: the negative logarithm of its probability
 */
public record Labelled(Role role, Figure amount, double cost) {

    public enum Role {
        /** SUMA PLN, Razem, Ogółem, TOTAL: what the goods cost. */
        TOTAL,
        /** SUMA PTU. */
        TAX,
        /** Before discounts at the end, before tax or before rounding. */
        SUBTOTAL,
        /** DO ZAPŁATY: with deposits. */
        DUE,
        /** OPUSTY ŁĄCZNIE. */
        DISCOUNTS,
        /** OPAKOWANIA ZWROTNE SUMA. */
        DEPOSITS,
        /** What was rounded off or up, with its sign. */
        ROUNDING
    }
}
