package pl.paragon.analysis.draft;

import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.rows.Trace;

/**
 * @param quantity in thousandths, or {@code null}
 * @param unitPrice in grosze, or {@code null}
 * @param amount in grosze, negative for packaging that was brought back
 */
public record DraftDeposit(String name, Figure quantity, Figure unitPrice, Figure amount, Trace trace) {}
