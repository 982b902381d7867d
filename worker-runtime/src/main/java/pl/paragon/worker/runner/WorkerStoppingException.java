package pl.paragon.worker.runner;

/** The worker shuts down and leaves this record unacknowledged, for the next worker. */
public final class WorkerStoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkerStoppingException() {
        super("The worker is shutting down; the record is left for the next one.", null, false, false);
    }
}
