package pl.paragon.api.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.identity.Submitters;
import pl.paragon.api.status.JobBoard;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * Accepts a receipt, or leaves nothing of it: the file is stored, the job is put on the board, the submission is told, and only then is it accepted. Whatever fails before
 * that takes the file away again.
 */
@ApplicationScoped
class ReceiptIntake {

    private static final Logger LOG = Logger.getLogger(ReceiptIntake.class);
    private static final int LONGEST_USER_ID = 255;

    private final ReceiptFileStore store;
    private final FormReader reader;
    private final JobBoard board;
    private final EventPublisher publisher;
    private final Submitters submitters;
    private final UploadConfig config;
    private final Clock clock;

    ReceiptIntake(
            ReceiptFileStore store,
            JobBoard board,
            EventPublisher publisher,
            Submitters submitters,
            UploadConfig config,
            Clock clock) {
        this.store = store;
        this.reader = new FormReader(store, config);
        this.board = board;
        this.publisher = publisher;
        this.submitters = submitters;
        this.config = config;
        this.clock = clock;
    }

    record Accepted(JobId job, Submission submission) {}

    /**
     * @param userIdParameter {@code user_id} as a query parameter, or {@code null}; the form's field goes before it
     * @throws ApiException where the upload is refused or cannot be accepted for the moment
     */
    Accepted take(FormReader.Request request, String userIdParameter) {
        JobId job = JobId.random();
        try {
            return accept(job, request, userIdParameter);
        } catch (RuntimeException e) {
            clear(job);
            throw e;
        } catch (IOException e) {
            clear(job);
            throw refusal(e);
        }
    }

    private Accepted accept(JobId job, FormReader.Request request, String userIdParameter) throws IOException {
        FormReader.Upload upload = reader.read(job, request);
        String userId = userId(upload.fields().getOrDefault("user_id", userIdParameter));
        Instant now = WireTime.of(clock.instant());
        Submission submission = new Submission(upload.filename(), upload.file(), userId, submitters.current(), now);
        board.submitted(job, submission);
        try {
            publisher.publish(new ReceiptSubmitted(job, now, submission));
        } catch (BrokerUnavailableException e) {
            board.withdrawn(job);
            throw UploadErrors.unavailable("The message broker is unavailable", config.retryAfter(), e);
        }
        return new Accepted(job, submission);
    }

    private static String userId(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST_USER_ID || given.codePoints().anyMatch(Character::isISOControl)) {
            throw UploadErrors.badField(
                    "user_id", "At most " + LONGEST_USER_ID + " characters, none of them a control character");
        }
        return given.strip();
    }

    private ApiException refusal(IOException cause) {
        return switch (cause) {
            case MalformedMultipartException e -> UploadErrors.malformed(e.getMessage());
            case BrokenOffException e -> UploadErrors.malformed("The body broke off");
            case FileTooLargeException e ->
                UploadErrors.tooLarge(config.maxFileSize().asLongValue(), e.atLeast());
            default -> {
                LOG.errorf("The file store is unavailable: %s", cause);
                yield UploadErrors.unavailable("The file store is unavailable", config.retryAfter(), cause);
            }
        };
    }

    /** What cannot be removed now goes when its retention ends. */
    private void clear(JobId job) {
        try {
            store.delete(job);
        } catch (IOException e) {
            LOG.warnf("What was stored of the refused upload %s stays until its retention ends: %s", job, e);
        }
    }
}
