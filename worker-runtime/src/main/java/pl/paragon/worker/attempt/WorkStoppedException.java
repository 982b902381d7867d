package pl.paragon.worker.attempt;

/** Running work was told to stop and did. */
final class WorkStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StopReason reason;

    WorkStoppedException(StopReason reason) {
        super("stopped: " + reason, null, false, false);
        this.reason = reason;
    }

    StopReason reason() {
        return reason;
    }
}
