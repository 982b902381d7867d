package pl.paragon.api.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.idempotency.Attempt;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.idempotency.IdempotencyKeys;
import pl.paragon.api.idempotency.KeyedUpload;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.lane.Lanes;
import pl.paragon.api.limit.LimitedUser;
import pl.paragon.api.limit.Quota;
import pl.paragon.api.limit.RateLimit;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.runtime.files.PlacedFile;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.trace.JobSpan;

/**
 * Accepts a receipt, or keeps nothing of it: the file is stored, then it is forced to the disk while the job is put on
 * the board and the submission is published, and only then is it accepted. Whatever fails before that deletes the file.
 */
@Startup // its metrics are shown before the first upload
@ApplicationScoped
public class ReceiptIntake {

    private static final Logger LOG = Logger.getLogger(ReceiptIntake.class);
    private static final Refusal WITHOUT_BROKER = new Refusal.Unavailable(Refusal.Dependency.BROKER);

    private final ReceiptFileStore store;
    private final FormReader reader;
    private final JobBoard board;
    private final RateLimit limit;
    private final IdempotencyKeys keys;
    private final Lanes lanes;
    private final EventPublisher publisher;
    private final SaidWebhook webhook;
    private final Clock clock;
    private final MeterRegistry meters;

    ReceiptIntake(
            ReceiptFileStore store,
            JobBoard board,
            RateLimit limit,
            IdempotencyKeys keys,
            Lanes lanes,
            EventPublisher publisher,
            SaidWebhook webhook,
            UploadConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.reader = new FormReader(store, config);
        this.board = board;
        this.limit = limit;
        this.keys = keys;
        this.lanes = lanes;
        this.publisher = publisher;
        this.webhook = webhook;
        this.clock = clock;
        this.meters = meters;
        List.of(Accepted.class, Repeated.class, Refused.class).forEach(this::timer);
    }

    /** Accepted or refused. */
    public sealed interface Decision {}

    /**
     * The file is stored, and the broker has the job.
     *
     * @param quota what is left of the user's limit; empty if there is none
     */
    public record Accepted(JobId job, Submission submission, Optional<Quota> quota) implements Decision {}

    /** The same upload was accepted before, under the same idempotency key; this one leaves nothing. */
    public record Repeated(JobId job, Submission submission) implements Decision {}

    public record Refused(Refusal refusal) implements Decision {}

    /**
     * @param key of which whatever one caller uploads for one owner becomes one job at most; empty if the client names
     *     none
     * @param userIdParameter {@code user_id} beside the form, or {@code null}; the form's field goes before it. Neither
     *     counts if the submitter is known
     */
    public Decision take(
            Submitter submitter, Optional<IdempotencyKey> key, FormReader.Request request, String userIdParameter) {
        return take(submitter, key, (job, once) -> accept(submitter, job, once, request, userIdParameter));
    }

    /**
     * Takes the text of a receipt that somebody else read, which the OCR stage passes on as it is.
     *
     * @param address that the request came from
     */
    public Decision takeText(Submitter submitter, String text, String address) {
        return take(submitter, Optional.empty(), (job, once) -> {
            PlacedFile file = PlacedFile.durable(PlainText.store(store, job, text));
            return submit(submitter, job, once, new Sent(file, PlainText.FILENAME, null, null, address));
        });
    }

    /**
     * Takes a receipt that the client enters, which the stages of OCR and analysis pass on as it is.
     *
     * @param key as for a file
     * @param address that the request came from
     */
    public Decision takeReceipt(
            Submitter submitter, Optional<IdempotencyKey> key, byte[] json, AnalyzedReceipt receipt, String address) {
        return take(submitter, key, (job, once) -> {
            PlacedFile file = PlacedFile.durable(EnteredReceipt.store(store, job, json, receipt));
            return submit(submitter, job, once, new Sent(file, EnteredReceipt.FILENAME, null, null, address));
        });
    }

    /** What a client sent, stored. */
    private record Sent(PlacedFile file, String filename, String userId, String webhookUrl, String address) {}

    /** Stores what a client sent, and submits it. */
    private interface Acceptance {
        Decision of(JobId job, OnceOnly once) throws IOException;
    }

    private Decision take(Submitter submitter, Optional<IdempotencyKey> key, Acceptance acceptance) {
        if (key.isEmpty()) {
            return take(JobId.random(), OnceOnly.NOT_ASKED_FOR, acceptance);
        }
        Attempt attempt = Attempt.by(submitter, key.get());
        OnceOnly once;
        try {
            once = OnceOnly.claim(keys, attempt);
        } catch (RefusedException e) {
            return new Refused(e.refusal());
        }
        return take(attempt.job(), once, acceptance);
    }

    private Decision take(JobId job, OnceOnly once, Acceptance acceptance) {
        try (JobSpan span = JobSpan.ofRequest("upload", job)) {
            Timer.Sample sample = Timer.start(meters);
            Decision decision = decide(job, once, acceptance);
            sample.stop(timer(decision.getClass()));
            if (decision instanceof Refused(var refusal)) {
                span.failed(refusal.getClass().getSimpleName());
            }
            return decision;
        }
    }

    private Timer timer(Class<? extends Decision> decision) {
        return Metric.UPLOAD.timer(meters, decision.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private Decision decide(JobId job, OnceOnly once, Acceptance acceptance) {
        try {
            return acceptance.of(job, once);
        } catch (RefusedException e) {
            if (undo(job, once) && e.refusal().equals(WITHOUT_BROKER)) {
                board.withdrawn(job);
            }
            return new Refused(e.refusal());
        } catch (StoreFullException e) {
            undo(job, once);
            LOG.errorf("An upload is refused: %s", e.getMessage());
            return new Refused(new Refusal.StoreFull());
        } catch (IOException e) {
            undo(job, once);
            LOG.errorf("The file store is unavailable: %s", e);
            return new Refused(new Refusal.Unavailable(Refusal.Dependency.FILE_STORE));
        } catch (RuntimeException e) {
            undo(job, once);
            throw e;
        }
    }

    private Decision accept(
            Submitter submitter, JobId job, OnceOnly once, FormReader.Request request, String userIdParameter)
            throws IOException {
        // Of a user who is known by now, nothing more is read than is needed.
        Optional<LimitedUser> known = LimitedUser.beforeTheForm(submitter);
        if (known.isPresent() && once.earlier().isEmpty()) {
            withinLimit(limit.look(known.get()));
        }
        FormReader.Upload upload = reader.read(job, request);
        SaidHousehold.refuseIn(upload.fields());
        // Anybody can say to be somebody else: once it is known who asks, nothing is asked of the form.
        String userId = submitter.equals(Submitter.ANONYMOUS) ? SaidUser.of(upload.fields(), userIdParameter) : null;
        String webhookUrl = webhook.of(upload.fields());
        return submit(
                submitter,
                job,
                once,
                new Sent(upload.file(), upload.filename(), userId, webhookUrl, request.address()));
    }

    private Decision submit(Submitter submitter, JobId job, OnceOnly once, Sent sent) throws IOException {
        if (once.earlier().isPresent()) {
            Submission repeat = new Submission(
                    sent.filename(),
                    sent.file().awaitDurable(),
                    sent.userId(),
                    submitter.name(),
                    now(),
                    Lane.INTERACTIVE,
                    sent.webhookUrl());
            return repeated(once.earlier().get(), repeat, job, once);
        }
        LimitedUser user = LimitedUser.of(submitter, sent.userId(), sent.address());
        Optional<Quota> quota = withinLimit(limit.take(user, job));
        try {
            Lane lane = lanes.choose(job, submitter.name(), sent.userId());
            Submission submission = new Submission(
                    sent.filename(),
                    sent.file().reference(),
                    sent.userId(),
                    submitter.name(),
                    now(),
                    lane,
                    sent.webhookUrl());
            if (once instanceof OnceOnly.Holder) {
                sent.file().awaitDurable(); // another request may go on with it
            }
            once.begin(submission);
            publish(job, submission);
            requireDurable(job, submission, sent.file());
            once.accepted();
            return new Accepted(job, submission, quota);
        } catch (IOException | RuntimeException e) {
            limit.giveBack(user, job);
            throw e;
        }
    }

    /** Milliseconds: every client's parser takes them (Python's, for one, stops at six digits). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** If nobody knows whether the broker has the earlier job, it is submitted once more: it is the same one. */
    private Repeated repeated(KeyedUpload earlier, Submission repeat, JobId job, OnceOnly once)
            throws RefusedException {
        if (!earlier.isRepeatedBy(repeat)) {
            throw new RefusedException(new Refusal.KeyReused());
        }
        if (!earlier.accepted()) {
            LOG.infof("Job %s is submitted by whoever repeats it, as its gateway died", earlier.job());
            publish(earlier.job(), earlier.submission());
            once.accepted();
        }
        clear(job);
        return new Repeated(earlier.job(), earlier.submission());
    }

    private static Optional<Quota> withinLimit(RateLimit.Verdict verdict) throws RefusedException {
        return switch (verdict) {
            case RateLimit.Within(var quota) -> quota;
            case RateLimit.Exceeded(var quota) -> throw new RefusedException(new Refusal.RateLimited(quota));
        };
    }

    /** The board and the broker are told side by side. They are told the same, so it does not matter who is first. */
    private void publish(JobId job, Submission submission) throws RefusedException {
        CompletableFuture<Void> shown = CompletableFuture.runAsync(
                JobSpan.carriedTo(() -> board.submitted(job, submission)), Thread::startVirtualThread);
        try {
            publisher.publish(new ReceiptSubmitted(job, submission.submittedAt(), submission));
        } catch (BrokerUnavailableException e) {
            LOG.warnf("Job %s is not accepted, because the broker is unavailable: %s", job, e.getMessage());
            throw new RefusedException(WITHOUT_BROKER, e);
        } finally {
            // Before it may be withdrawn.
            shown.join();
        }
    }

    /** The file is forced to the disk while the job is published: should that fail, the job is taken back. */
    private void requireDurable(JobId job, Submission submission, PlacedFile file) throws IOException {
        try {
            file.awaitDurable();
        } catch (IOException e) {
            try {
                publisher.publish(new CancelRequested(job, now(), submission.submitter()));
            } catch (BrokerUnavailableException unavailable) {
                LOG.warnf("Job %s will fail, because its file is not there: %s", job, unavailable.getMessage());
            }
            throw e;
        }
    }

    /** @return false if another request may go on with the job */
    private boolean undo(JobId job, OnceOnly once) {
        boolean ours = once.release();
        if (ours) {
            clear(job);
        }
        return ours;
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
