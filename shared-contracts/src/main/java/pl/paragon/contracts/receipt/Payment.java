package pl.paragon.contracts.receipt;

/**
 * How it was paid.
 *
 * @param type as printed: {@code GOTÓWKA}, {@code KARTA}, {@code BLIK}, …; change given back is {@code RESZTA} with a
 *     negative amount
 */
public record Payment(String type, Money amount, Source source) {}
