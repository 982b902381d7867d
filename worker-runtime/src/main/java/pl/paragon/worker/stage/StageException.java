package pl.paragon.worker.stage;

import java.util.Map;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;

/**
 * A failure whose cause is known: the code says whose fault it is, and so what follows. Clients see the code, its
 * sentence and the details; the cause is for the log alone, since the texts of exceptions hold paths, addresses and
 * SQL.
 */
public class StageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JobError error;

    public StageException(ErrorCode code) {
        this(JobError.of(code), null);
    }

    public StageException(ErrorCode code, Throwable cause) {
        this(JobError.of(code), cause);
    }

    /** @param details sizes, limits and the like, fit for clients */
    public StageException(ErrorCode code, Map<String, String> details) {
        this(JobError.of(code, details), null);
    }

    public StageException(JobError error, Throwable cause) {
        super(error.code() + ": " + error.code().messageEn() + " " + error.details(), cause);
        this.error = error;
    }

    public JobError error() {
        return error;
    }
}
