package pl.paragon.worker.stage;

import java.util.Map;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;

/** A failure whose cause is known: the code says whose fault it is, and so what follows. */
public class StageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JobError error;

    public StageException(ErrorCode code) {
        this(JobError.of(code), null);
    }

    public StageException(ErrorCode code, Throwable cause) {
        this(JobError.of(code, cause.getMessage() == null ? Map.of() : Map.of("cause", cause.getMessage())), cause);
    }

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
