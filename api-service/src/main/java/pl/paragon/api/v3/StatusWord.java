package pl.paragon.api.v3;

import java.util.Set;
import pl.paragon.api.status.JobStatus;

/** A status in the predecessor's words, which its clients compare letter by letter. */
public final class StatusWord {

    public static final String PENDING = "PENDING";
    public static final String STARTED = "STARTED";
    public static final String PROGRESS = "PROGRESS";
    public static final String RETRY = "RETRY";
    public static final String SUCCESS = "SUCCESS";
    public static final String FAILURE = "FAILURE";
    public static final String REVOKED = "REVOKED";

    private static final Set<String> FINAL = Set.of(SUCCESS, FAILURE, REVOKED);

    private StatusWord() {}

    /** Whether a job of which this is said has ended. */
    public static boolean isFinal(String word) {
        return FINAL.contains(word);
    }

    public static String of(JobStatus status) {
        return switch (status) {
            case JobStatus.Pending p -> PENDING;
            case JobStatus.Started s -> STARTED;
            case JobStatus.Progress p -> PROGRESS;
            case JobStatus.Retrying r -> RETRY;
            case JobStatus.Succeeded s -> SUCCESS;
            case JobStatus.Failed f -> FAILURE;
            case JobStatus.Revoked r -> REVOKED;
        };
    }
}
