package pl.paragon.contracts.receipt;

import java.math.BigDecimal;

/**
 * One row of the receipt's tax table.
 *
 * @param taxCategory the PTU letter
 * @param rate percent, e.g. 23; {@code null} if it is exempt or not readable
 * @param net sales without tax
 * @param taxAmount tax in the sales
 * @param gross sales with tax
 */
public record VatLine(String taxCategory, BigDecimal rate, Money net, Money taxAmount, Money gross, Source source) {}
