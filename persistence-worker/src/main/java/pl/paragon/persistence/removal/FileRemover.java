package pl.paragon.persistence.removal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.JobDeleted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.Removals.Removal;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.stage.StageException;

/**
 * Removes the files of the jobs that {@link Removals} lists. The list outlives a crash, and a store or a database that
 * is away; removing twice, or by two workers at the same time, is removing once. Nobody can add a file afterwards: the
 * store refuses it.
 */
final class FileRemover {

    private static final Logger LOG = Logger.getLogger(FileRemover.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Removals removals;
    private final ReceiptFileStore files;
    private final EventPublisher publisher;
    private final RemovalMetrics metrics;
    private int waiting;

    FileRemover(
            Transactions transactions,
            Removals removals,
            ReceiptFileStore files,
            EventPublisher publisher,
            RemovalMetrics metrics) {
        this.transactions = transactions;
        this.removals = removals;
        this.files = files;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Goes through the list once. What does not succeed stays on it, and holds up nothing else. */
    void run() {
        try {
            int left = 0;
            List<Removal> batch = next(Optional.empty());
            while (!batch.isEmpty()) {
                left += batch.stream().mapToInt(each -> remove(each) ? 0 : 1).sum();
                batch = next(Optional.of(batch.getLast().job()));
            }
            if (left > 0 && waiting == 0) {
                LOG.warnf("The files of %d jobs cannot be removed now and are tried again and again", left);
            }
            waiting = left;
        } catch (StageException e) {
            LOG.debugf("The database is away; the files that must go wait for it: %s", e.getMessage());
        }
    }

    private List<Removal> next(Optional<JobId> after) {
        return transactions.inOne(() -> removals.after(after, BATCH));
    }

    private boolean remove(Removal removal) {
        try {
            Freed freed = files.delete(removal.job());
            if (freed.files() > 0) {
                metrics.removed(removal.reason(), 1, freed);
            }
            if (removal.reason() == RemovalReason.DELETED) {
                // Whoever deleted the job may have died before it was published; twice is as good as once.
                publisher.publish(new JobDeleted(removal.job(), removal.since()));
            }
        } catch (IOException | BrokerUnavailableException e) {
            LOG.debugf(e, "The files of job %s cannot be removed now", removal.job());
            return false;
        }
        transactions.inOne(() -> {
            removals.done(removal);
            return true;
        });
        return true;
    }
}
