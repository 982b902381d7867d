package pl.paragon.contracts.receipt;

import java.math.BigDecimal;

/**
 * A deposit on packaging (kaucja), outside the fiscal total.
 *
 * @param amount negative for packaging that was brought back
 */
public record Deposit(String name, BigDecimal quantity, Money amount, Source source) {}
