package pl.paragon.worker.stage;

/**
 * The worker shuts down and leaves this record unacknowledged, for the next worker. Work that meets something which is
 * closed already throws it, too: that is no failure of the job.
 */
public final class WorkerStoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkerStoppingException() {
        super("The worker is shutting down; the record is left for the next one.", null, false, false);
    }
}
