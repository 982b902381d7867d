package pl.paragon.analysis.lexicon;

import java.util.Optional;

/** What the words of a row say of it, in Polish. */
public enum Label {
    FISCAL_TITLE(Section.HEAD),
    /** The title of a copy, or of another print under the receipt. */
    NON_FISCAL(Section.SETTLEMENT),
    COLUMNS(Section.HEAD),
    VAT_GROSS(Section.SUMMARY),
    VAT_TAX(Section.SUMMARY),
    VAT_TOTAL(Section.SUMMARY, Sum.TAX),
    VAT_TABLE(Section.SUMMARY),
    TOTAL(Section.SUMMARY, Sum.TOTAL),
    SUBTOTAL(Section.SUMMARY, Sum.SUBTOTAL),
    DUE(Section.SETTLEMENT, Sum.DUE),
    DISCOUNT(Section.GOODS),
    DISCOUNTS(Section.SUMMARY, Sum.DISCOUNTS),
    /** Speaks of money without changing any: savings, points. */
    INFORMATION(Section.GOODS),
    VOID(Section.GOODS),
    DEPOSIT_HEAD(Section.SETTLEMENT),
    DEPOSIT_RETURN_HEAD(Section.SETTLEMENT),
    DEPOSIT(Section.SETTLEMENT),
    DEPOSIT_TOTAL(Section.SETTLEMENT, Sum.DEPOSITS),
    PAYMENT_HEAD(Section.SETTLEMENT),
    PAYMENT(Section.SETTLEMENT),
    PAID(Section.SETTLEMENT),
    CHANGE(Section.SETTLEMENT);

    /** The part of a receipt in which a row with these words usually stands. */
    public enum Section {
        HEAD,
        GOODS,
        /** Tax table and fiscal total. */
        SUMMARY,
        /** What follows the fiscal total: deposits, what is to pay, payments, other prints. */
        SETTLEMENT
    }

    private final Section section;
    private final Optional<Sum> role;

    Label(Section section) {
        this.section = section;
        this.role = Optional.empty();
    }

    Label(Section section, Sum role) {
        this.section = section;
        this.role = Optional.of(role);
    }

    public Section section() {
        return section;
    }

    /** Whether neither a count nor a rate stands before the row's amount, so that digits there are its thousands. */
    public boolean hasOnlyAmounts() {
        return switch (this) {
            case VAT_GROSS, PAYMENT, PAID, CHANGE -> true;
            default -> role.isPresent();
        };
    }

    /** What an amount on the row is in the account of the receipt; empty if it is none of its sums. */
    public Optional<Sum> role() {
        return role;
    }
}
