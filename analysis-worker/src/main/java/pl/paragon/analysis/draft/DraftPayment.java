package pl.paragon.analysis.draft;

/** @param change whether it is what the customer got back */
public record DraftPayment(String type, Figure amount, boolean change, Trace trace) {}
