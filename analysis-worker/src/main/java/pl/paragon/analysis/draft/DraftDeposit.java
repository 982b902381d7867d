package pl.paragon.analysis.draft;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.figure.Figure;

import java.math.BigDecimal;

/** @param amount in grosze, negative for packaging that was brought back */
public record DraftDeposit(String name, BigDecimal quantity, Figure amount, Trace trace) {}
