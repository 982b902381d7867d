package pl.paragon.analysis.draft;

import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.rows.Trace;

/** @param type as printed */
public record DraftPayment(String type, Figure amount, Means means, Trace trace) {

    public enum Means {
        /** More may be handed over than is to pay, and the change may stand on no legible row. */
        CASH,
        CASHLESS,
        /** What the customer got back. */
        CHANGE
    }

    public boolean isChange() {
        return means == Means.CHANGE;
    }

    /** In grosze, whatever sign the print gives it: what was handed over is positive, what came back is negative. */
    public long signed() {
        return isChange() ? -Math.abs(amount.value()) : amount.value();
    }
}
