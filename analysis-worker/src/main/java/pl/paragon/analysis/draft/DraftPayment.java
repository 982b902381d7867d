package pl.paragon.analysis.draft;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.figure.Figure;

/** @param change whether it is what the customer got back */
public record DraftPayment(String type, Figure amount, boolean change, Trace trace) {}
