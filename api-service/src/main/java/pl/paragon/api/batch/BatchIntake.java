package pl.paragon.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.batch.ReceivedBatch.Stored;
import pl.paragon.api.idempotency.Attempt;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.idempotency.IdempotencyKeys;
import pl.paragon.api.idempotency.KeyedUpload;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.OnceOnly;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.RefusedException;
import pl.paragon.api.intake.SaidHousehold;
import pl.paragon.api.intake.SaidUser;
import pl.paragon.api.intake.SaidWebhook;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.api.limit.LimitedUser;
import pl.paragon.api.limit.Quota;
import pl.paragon.api.limit.RateLimit;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;

/**
 * Accepts a batch, file by file, or keeps nothing of it: the files are stored, then their jobs are submitted, and then
 * the client gets the batch's id. A gateway that dies in between leaves some of the jobs, which go on, and nobody who
 * was told of a batch.
 */
@ApplicationScoped
public class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final ReceiptFileStore store;
    private final Submissions submissions;
    private final BatchStore batches;
    private final RateLimit limit;
    private final IdempotencyKeys keys;
    private final SaidWebhook webhook;
    private final BatchConfig config;
    private final UploadConfig uploads;
    private final Clock clock;

    BatchIntake(
            ReceiptFileStore store,
            Submissions submissions,
            BatchStore batches,
            RateLimit limit,
            IdempotencyKeys keys,
            SaidWebhook webhook,
            BatchConfig config,
            UploadConfig uploads,
            Clock clock) {
        this.store = store;
        this.submissions = submissions;
        this.batches = batches;
        this.limit = limit;
        this.keys = keys;
        this.webhook = webhook;
        this.config = config;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Accepted or refused as a whole. */
    public sealed interface Decision {}

    /**
     * At least one file is accepted.
     *
     * @param quota what is left of the user's limit; empty if there is none
     */
    public record Accepted(Batch batch, Optional<Quota> quota) implements Decision {}

    /** The same batch was accepted before, under the same idempotency key. */
    public record Repeated(Batch batch) implements Decision {}

    public record Refused(Refusal refusal) implements Decision {}

    /**
     * @param key empty if the client names none
     * @param userIdParameter {@code user_id} beside the form, or {@code null}
     * @param mostFiles that the batch may have, if that is fewer than any batch may
     */
    public Decision take(
            Submitter submitter,
            Optional<IdempotencyKey> key,
            FormReader.Request request,
            String userIdParameter,
            int mostFiles) {
        BatchId id = BatchId.random();
        OnceOnly once = OnceOnly.NOT_ASKED_FOR;
        try {
            if (key.isPresent()) {
                once = OnceOnly.claim(keys, Attempt.by(submitter, key.get(), new JobId(id.value())));
            }
        } catch (RefusedException e) {
            return new Refused(e.refusal());
        }
        BatchReader reader = new BatchReader(store, config, uploads, id, mostFiles);
        try {
            Optional<LimitedUser> known = LimitedUser.beforeTheForm(submitter);
            if (known.isPresent() && once.earlier().isEmpty()) {
                withinLimit(limit.lookAtBatches(known.get()));
            }
            ReceivedBatch received = reader.read(request);
            SaidHousehold.refuseIn(received.fields());
            String userId =
                    submitter.equals(Submitter.ANONYMOUS) ? SaidUser.of(received.fields(), userIdParameter) : null;
            LimitedUser user = LimitedUser.of(submitter, userId, request.address());
            return submit(new Sender(submitter, userId, user, webhook.of(received.fields())), id, received, once);
        } catch (RefusedException e) {
            undo(reader, once);
            return new Refused(e.refusal());
        } catch (StoreFullException e) {
            undo(reader, once);
            LOG.errorf("A batch is refused: %s", e.getMessage());
            return new Refused(new Refusal.StoreFull());
        } catch (IOException e) {
            undo(reader, once);
            LOG.errorf("The file store is unavailable: %s", e);
            return new Refused(new Refusal.Unavailable(Refusal.Dependency.FILE_STORE));
        } catch (RuntimeException e) {
            undo(reader, once);
            throw e;
        }
    }

    /**
     * Who sends a batch.
     *
     * @param userId or {@code null}
     * @param webhookUrl where they want to be told of each job's end, or {@code null}
     */
    private record Sender(Submitter submitter, String userId, LimitedUser user, String webhookUrl) {}

    private Decision submit(Sender sender, BatchId id, ReceivedBatch received, OnceOnly once) throws IOException {
        Submission whole = new Submission(
                "batch",
                received.fingerprint(id),
                sender.userId(),
                sender.submitter().name(),
                now(),
                Lane.BULK,
                sender.webhookUrl());
        if (once.earlier().isPresent()) {
            return repeated(once.earlier().get(), whole, id, received, once);
        }
        List<JobId> jobs = received.stored().stream()
                .map(file -> id.jobAt(file.position()))
                .toList();
        if (jobs.isEmpty()) {
            throw new RefusedException(new Refusal.BatchRefused(received.refused()));
        }
        Optional<Quota> quota = withinLimit(limit.takeAll(sender.user(), jobs));
        try {
            once.begin(whole);
            Batch batch = submissions.submit(id, whole, received);
            List<JobId> left = new ArrayList<>(jobs);
            left.removeAll(batch.accepted().map(Batch.Accepted::job).toList());
            if (left.size() == jobs.size()) {
                throw new RefusedException(new Refusal.Unavailable(Refusal.Dependency.BROKER));
            }
            limit.giveAllBack(sender.user(), left);
            keep(batch);
            once.accepted();
            return new Accepted(batch, quota);
        } catch (IOException | RuntimeException e) {
            limit.giveAllBack(sender.user(), jobs);
            throw e;
        }
    }

    /**
     * The same files are the same jobs: if nobody knows whether the broker has all of them, they are submitted once
     * more, with the files that the earlier request stored.
     */
    private Decision repeated(KeyedUpload earlier, Submission repeat, BatchId id, ReceivedBatch received, OnceOnly once)
            throws IOException {
        if (!earlier.isRepeatedBy(repeat)) {
            throw new RefusedException(new Refusal.KeyReused());
        }
        BatchId first = new BatchId(earlier.job().value());
        Batch batch;
        if (earlier.accepted()) {
            batch = kept(first).orElseGet(() -> submissions.batch(first, earlier.submission(), received));
        } else {
            LOG.infof("Batch %s is submitted by whoever repeats it, as its gateway died", first);
            batch = submissions.submit(first, earlier.submission(), received);
            if (batch.accepted().findAny().isEmpty()) {
                throw new RefusedException(new Refusal.Unavailable(Refusal.Dependency.BROKER));
            }
            keep(batch);
            once.accepted();
        }
        for (Stored file : received.stored()) {
            delete(id.jobAt(file.position()));
        }
        return new Repeated(batch);
    }

    private Optional<Batch> kept(BatchId id) {
        try {
            return batches.find(id);
        } catch (RedisUnavailableException e) {
            LOG.debugf("Batch %s is told from its files: %s", id, e.getMessage());
            return Optional.empty();
        }
    }

    /** Without Redis its jobs are found in the register, and its refusals in this answer only. */
    private void keep(Batch batch) {
        try {
            batches.keep(batch);
        } catch (RedisUnavailableException e) {
            LOG.warnf("What was refused of batch %s is not remembered: %s", batch.id(), e.getMessage());
        }
    }

    /** Milliseconds: every client's parser takes them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<Quota> withinLimit(RateLimit.Verdict verdict) throws RefusedException {
        return switch (verdict) {
            case RateLimit.Within(var quota) -> quota;
            case RateLimit.Exceeded(var quota) -> throw new RefusedException(new Refusal.RateLimited(quota));
        };
    }

    private void undo(BatchReader reader, OnceOnly once) {
        if (once.release()) {
            reader.jobs().forEach(this::delete);
        }
    }

    /** A file that cannot be deleted now belongs to no job, and is swept up after a day. */
    private void delete(JobId job) {
        try {
            store.delete(job);
        } catch (IOException e) {
            LOG.warnf("The file of the refused upload %s stays for a day: %s", job, e);
        }
    }
}
