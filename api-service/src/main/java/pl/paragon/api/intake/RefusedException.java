package pl.paragon.api.intake;

import java.io.IOException;

/** Carries a refusal up through the streams; {@link ReceiptIntake} turns it into a value. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    RefusedException(Refusal refusal, Throwable cause) {
        super(refusal.toString(), cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
