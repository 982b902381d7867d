package pl.paragon.analysis.draft;

import java.math.BigDecimal;

/** @param amount in grosze, negative for packaging that was brought back */
public record DraftDeposit(String name, BigDecimal quantity, Figure amount, Trace trace) {}
