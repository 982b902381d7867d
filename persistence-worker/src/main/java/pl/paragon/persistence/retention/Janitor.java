package pl.paragon.persistence.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.RemovalMetrics;
import pl.paragon.persistence.removal.RemovalReason;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.ReceiptFileStore.Changes;
import pl.paragon.worker.stage.StageException;

/**
 * Deletes what nobody needs any more: files of jobs that ended long enough ago, files that belong to no job, half
 * files, and, if configured, receipts. What a live job needs is never deleted, however old it is; what the register of
 * jobs does not know for certain counts as live.
 */
final class Janitor {

    private static final Logger LOG = Logger.getLogger(Janitor.class);
    private static final int BATCH = 500;

    /** A broker deletes whole segments, so a record may outlive its topic's retention by as much again. */
    private static final Duration NO_RECORD_LEFT =
            Topic.RECEIPT_SUBMITTED.retention().multipliedBy(3);

    /** Between an upload's first byte and its job in the broker. */
    private static final Duration LONGEST_MARGIN = Duration.ofHours(1);

    private final ReceiptFileStore files;
    private final Transactions transactions;
    private final JobStates jobs;
    private final RetentionConfig config;
    private final ReceiptRetentionConfig receipts;
    private final Clock clock;
    private final RemovalMetrics removals;
    private final SweepMetrics metrics;

    Janitor(
            ReceiptFileStore files,
            Transactions transactions,
            JobStates jobs,
            RetentionConfig config,
            ReceiptRetentionConfig receipts,
            Clock clock,
            RemovalMetrics removals,
            SweepMetrics metrics) {
        this.files = files;
        this.transactions = transactions;
        this.jobs = jobs;
        this.config = config;
        this.receipts = receipts;
        this.clock = clock;
        this.removals = removals;
        this.metrics = metrics;
    }

    /**
     * Sweeps once. A store or a database that is away, or another worker sweeping at the same time, is no failure: the
     * next sweep takes what is left.
     */
    void sweep() {
        Instant began = clock.instant();
        try {
            receipts.retention().ifPresent(retention -> expireReceipts(began.minus(retention)));
            removals.removed(RemovalReason.LEFTOVER, 0, files.deleteLeftovers(began.minus(config.abandonedAfter())));
            Coverage coverage = transactions.inOne(jobs::coverage);
            sweepJobs(began, coverage);
            metrics.swept(began, clock.instant(), transactions.inOne(jobs::live), coverage);
        } catch (IOException | UncheckedIOException | StageException e) {
            LOG.warnf("The sweep is not complete; the next one takes what is left: %s", e);
        }
    }

    private void expireReceipts(Instant limit) {
        int deleted;
        do {
            deleted = transactions.inOne(() -> jobs.deleteReceipts(limit, BATCH));
            metrics.receiptsExpired(deleted);
        } while (deleted == BATCH);
    }

    private void sweepJobs(Instant now, Coverage coverage) throws IOException {
        try (Stream<JobId> stored = files.jobs()) {
            Iterator<JobId> left = stored.iterator();
            while (left.hasNext()) {
                List<JobId> batch = new ArrayList<>(BATCH);
                while (left.hasNext() && batch.size() < BATCH) {
                    batch.add(left.next());
                }
                for (Map.Entry<JobId, JobState> job :
                        transactions.inOne(() -> jobs.of(batch)).entrySet()) {
                    remove(job.getKey(), reason(job.getKey(), job.getValue(), now, coverage));
                }
            }
        }
    }

    private void remove(JobId job, Optional<RemovalReason> reason) throws IOException {
        if (reason.isPresent()) {
            Freed freed = files.delete(job);
            removals.removed(reason.get(), 1, freed);
            LOG.debugf("Removed the files of job %s: %s, %s", job, reason.get(), freed);
        }
    }

    /** Why a job's files are to be removed; empty if they stay. */
    private Optional<RemovalReason> reason(JobId job, JobState state, Instant now, Coverage coverage)
            throws IOException {
        return switch (state) {
            case JobState.Live() -> Optional.empty();
            case JobState.Cancelled() -> Optional.of(RemovalReason.CANCELLED);
            case JobState.Ended(Instant at) ->
                at.isBefore(now.minus(config.retention())) ? Optional.of(RemovalReason.EXPIRED) : Optional.empty();
            case JobState.Unknown() -> files.changes(job).flatMap(changes -> abandoned(changes, now, coverage));
        };
    }

    private Optional<RemovalReason> abandoned(Changes changes, Instant now, Coverage coverage) {
        if (changes.first().isBefore(now.minus(config.abandonedAfter())) && coverage.holds(changes.first(), margin())) {
            return Optional.of(RemovalReason.ORPHANED);
        }
        // From before the register's time. Every attempt changes something here, so no record of it is left anywhere.
        if (changes.last().isBefore(now.minus(longer(config.retention(), NO_RECORD_LEFT)))) {
            return Optional.of(RemovalReason.EXPIRED);
        }
        return Optional.empty();
    }

    /** Much less than what counts as abandoned, which is longer than any upload takes. */
    private Duration margin() {
        Duration half = config.abandonedAfter().dividedBy(2);
        return half.compareTo(LONGEST_MARGIN) < 0 ? half : LONGEST_MARGIN;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
