package pl.paragon.analysis.draft;

import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.rows.Trace;

/**
 * A row of the tax table, or the rows of one letter.
 *
 * @param letter A to G
 * @param rate or {@code null} for exempt sales or if it is not legible
 * @param exempt whether it is printed as exempt
 * @param net or {@code null}
 * @param tax or {@code null}
 * @param gross or {@code null}
 */
public record DraftVat(char letter, Rate rate, boolean exempt, Figure net, Figure tax, Figure gross, Trace trace) {}
