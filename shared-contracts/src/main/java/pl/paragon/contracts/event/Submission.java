package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.file.FileReference;

/**
 * What a client submitted.
 *
 * @param filename as the client named it, for display only; never a path of ours
 * @param file the claim check of the uploaded bytes
 * @param userId whom the client says the receipt belongs to, or {@code null}
 * @param submitter the authenticated identity that owns the job
 * @param submittedAt UTC
 */
public record Submission(String filename, FileReference file, String userId, String submitter, Instant submittedAt) {

    /** The owner of each job where no authentication is configured. */
    public static final String ANONYMOUS = "anonymous";

    public Submission {
        Objects.requireNonNull(filename, "a submission needs a file name");
        Objects.requireNonNull(file, "a submission needs a file");
        Objects.requireNonNull(submitter, "a submission needs a submitter");
        Objects.requireNonNull(submittedAt, "a submission needs its time");
    }
}
