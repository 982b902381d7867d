package pl.paragon.analysis.lexicon;

/** Which of a receipt's sums an amount behind its goods is. */
public enum Sum {
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
