package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.wire.Shortened;

/**
 * What a client submitted. Every event of the job may carry it, so what comes from the client is bounded here: a file
 * name is for display and is shortened; an identity must not be changed and is refused if it is too long.
 *
 * @param filename as the client named it, for display only, never a path of ours; at most {@value #FILENAME_BYTES}
 *     bytes
 * @param file the claim check of the uploaded bytes
 * @param userId whom the client says the receipt belongs to, or {@code null}; at most {@value #LONGEST_USER_ID}
 *     characters
 * @param submitter the authenticated identity that owns the job; at most {@value #LONGEST_SUBMITTER} characters
 * @param submittedAt UTC
 * @param lane the gateway's choice; {@link Lane#INTERACTIVE} if a record does not say
 * @param batch that the file came in; {@code null}, and absent in a record, if it came by itself
 */
public record Submission(
        String filename,
        FileReference file,
        String userId,
        String submitter,
        Instant submittedAt,
        Lane lane,
        @JsonInclude(JsonInclude.Include.NON_NULL) BatchPlace batch) {

    /** The owner of every job if no authentication is configured. */
    public static final String ANONYMOUS = "anonymous";

    /** The most bytes that a file name takes in JSON: as much as file systems allow. */
    public static final int FILENAME_BYTES = 255;

    /** The most characters (UTF-16 units) of a user id. */
    public static final int LONGEST_USER_ID = 255;

    /** The most characters (UTF-16 units) of a submitter. */
    public static final int LONGEST_SUBMITTER = 128;

    public Submission {
        Objects.requireNonNull(filename, "a submission needs a file name");
        Objects.requireNonNull(file, "a submission needs a file");
        Objects.requireNonNull(submitter, "a submission needs a submitter");
        Objects.requireNonNull(submittedAt, "a submission needs its time");
        lane = Objects.requireNonNullElse(lane, Lane.INTERACTIVE);
        filename = Shortened.to(FILENAME_BYTES, filename);
        requireShort("user id", userId, LONGEST_USER_ID);
        requireShort("submitter", submitter, LONGEST_SUBMITTER);
    }

    /** In the interactive lane. */
    public Submission(String filename, FileReference file, String userId, String submitter, Instant submittedAt) {
        this(filename, file, userId, submitter, submittedAt, Lane.INTERACTIVE);
    }

    /** A file that came by itself. */
    public Submission(
            String filename, FileReference file, String userId, String submitter, Instant submittedAt, Lane lane) {
        this(filename, file, userId, submitter, submittedAt, lane, null);
    }

    private static void requireShort(String what, String identity, int longest) {
        if (identity != null && identity.length() > longest) {
            throw new IllegalArgumentException(
                    "a " + what + " has at most " + longest + " characters, not " + identity.length());
        }
    }
}
