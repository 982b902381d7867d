package pl.paragon.analysis.lexicon;

/** What the words of a row say of it, in Polish. */
public enum Label {
    FISCAL_TITLE,
    NON_FISCAL,
    COLUMNS,
    VAT_GROSS,
    VAT_TAX,
    VAT_TOTAL,
    VAT_TABLE,
    TOTAL,
    SUBTOTAL,
    DUE,
    DISCOUNT,
    DISCOUNTS,
    /** Speaks of money without changing any: savings, points. */
    INFORMATION,
    VOID,
    DEPOSIT_HEAD,
    DEPOSIT_RETURN_HEAD,
    DEPOSIT,
    DEPOSIT_TOTAL,
    PAYMENT_HEAD,
    PAYMENT,
    PAID,
    CHANGE
}
