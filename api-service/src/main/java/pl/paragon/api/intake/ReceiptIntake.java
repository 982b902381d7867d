package pl.paragon.api.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.lane.Lanes;
import pl.paragon.api.limit.LimitedUser;
import pl.paragon.api.limit.Quota;
import pl.paragon.api.limit.RateLimit;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * Accepts a receipt, or keeps nothing of it: the file is stored, the job is put on the board, the submission is
 * published, and only then is it accepted. Whatever fails before that deletes the file.
 */
@ApplicationScoped
public class ReceiptIntake {

    private static final Logger LOG = Logger.getLogger(ReceiptIntake.class);
    private static final int LONGEST_USER_ID = 255;

    private final ReceiptFileStore store;
    private final FormReader reader;
    private final JobBoard board;
    private final RateLimit limit;
    private final Lanes lanes;
    private final EventPublisher publisher;
    private final Clock clock;

    ReceiptIntake(
            ReceiptFileStore store,
            JobBoard board,
            RateLimit limit,
            Lanes lanes,
            EventPublisher publisher,
            UploadConfig config,
            Clock clock) {
        this.store = store;
        this.reader = new FormReader(store, config);
        this.board = board;
        this.limit = limit;
        this.lanes = lanes;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Accepted or refused. */
    public sealed interface Decision {}

    /**
     * The file is stored, and the broker has the job.
     *
     * @param quota what is left of the user's limit; empty if there is none
     */
    public record Accepted(JobId job, Submission submission, Optional<Quota> quota) implements Decision {}

    public record Refused(Refusal refusal) implements Decision {}

    /**
     * @param userIdParameter {@code user_id} beside the form, or {@code null}; the form's field goes before it. Neither
     *     counts if the submitter is known
     */
    public Decision take(Submitter submitter, FormReader.Request request, String userIdParameter) {
        JobId job = JobId.random();
        try {
            return accept(submitter, job, request, userIdParameter);
        } catch (RefusedException e) {
            clear(job);
            return new Refused(e.refusal());
        } catch (StoreFullException e) {
            clear(job);
            LOG.errorf("An upload is refused: %s", e.getMessage());
            return new Refused(new Refusal.StoreFull());
        } catch (IOException e) {
            clear(job);
            LOG.errorf("The file store is unavailable: %s", e);
            return new Refused(new Refusal.Unavailable(Refusal.Dependency.FILE_STORE));
        } catch (RuntimeException e) {
            clear(job);
            throw e;
        }
    }

    private Accepted accept(Submitter submitter, JobId job, FormReader.Request request, String userIdParameter)
            throws IOException {
        // Of a user who is known by now, nothing more is read than is needed.
        Optional<LimitedUser> known = LimitedUser.beforeTheForm(submitter);
        if (known.isPresent()) {
            withinLimit(limit.look(known.get()));
        }
        FormReader.Upload upload = reader.read(job, request);
        // Anybody can say to be somebody else: once it is known who asks, nothing is asked of the form.
        String userId = submitter.equals(Submitter.ANONYMOUS)
                ? userId(upload.fields().getOrDefault("user_id", userIdParameter))
                : null;
        LimitedUser user = LimitedUser.of(submitter, userId, request.address());
        Optional<Quota> quota = withinLimit(limit.take(user, job));
        try {
            return publish(submitter, job, upload, userId, quota);
        } catch (IOException | RuntimeException e) {
            limit.giveBack(user, job);
            throw e;
        }
    }

    private static Optional<Quota> withinLimit(RateLimit.Verdict verdict) throws RefusedException {
        return switch (verdict) {
            case RateLimit.Within(var quota) -> quota;
            case RateLimit.Exceeded(var quota) -> throw new RefusedException(new Refusal.RateLimited(quota));
        };
    }

    private Accepted publish(
            Submitter submitter, JobId job, FormReader.Upload upload, String userId, Optional<Quota> quota)
            throws RefusedException {
        // Milliseconds: every client's parser takes them (Python's, for one, stops at six digits).
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Lane lane = lanes.choose(job, submitter.name(), userId);
        Submission submission = new Submission(upload.filename(), upload.file(), userId, submitter.name(), now, lane);
        board.submitted(job, submission);
        try {
            publisher.publish(new ReceiptSubmitted(job, now, submission));
        } catch (BrokerUnavailableException e) {
            LOG.warnf("Job %s is not accepted, because the broker is unavailable: %s", job, e.getMessage());
            board.withdrawn(job);
            throw new RefusedException(new Refusal.Unavailable(Refusal.Dependency.BROKER), e);
        }
        return new Accepted(job, submission, quota);
    }

    private static String userId(String given) throws RefusedException {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST_USER_ID || given.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException(new Refusal.BadField(
                    "user_id", "At most " + LONGEST_USER_ID + " characters, none of them a control character"));
        }
        return given.strip();
    }

    /** A file that cannot be deleted now belongs to no job, and is swept up after a day. */
    private void clear(JobId job) {
        lanes.over(job);
        try {
            store.delete(job);
        } catch (IOException e) {
            LOG.warnf("The file of the refused upload %s stays for a day: %s", job, e);
        }
    }
}
