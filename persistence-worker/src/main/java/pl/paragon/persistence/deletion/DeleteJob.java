package pl.paragon.persistence.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.JobDeleted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.RemovalReason;
import pl.paragon.persistence.removal.Removals;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * Deletes a job that has ended: its receipt at once, its files and what the gateway shows of it soon after. Once the
 * transaction is committed nothing can keep that from happening, since the removal of the files, which is written in
 * it, also publishes the deletion.
 */
@ApplicationScoped
public class DeleteJob {

    private static final Logger LOG = Logger.getLogger(DeleteJob.class);

    private final Transactions transactions;
    private final DeletedJobs jobs;
    private final Removals removals;
    private final EventPublisher publisher;
    private final Clock clock;

    DeleteJob(Transactions transactions, DeletedJobs jobs, Removals removals, EventPublisher publisher, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.removals = removals;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What became of a request to delete a job. */
    public sealed interface Deletion {

        /** Now or before. */
        record Deleted(Instant at) implements Deletion {}

        /** It has not ended. */
        record Running() implements Deletion {}

        /** Its receipt is another revision than the one that is meant. */
        record Outdated() implements Deletion {}

        /** This submitter has no such job. */
        record Unknown() implements Deletion {}
    }

    /**
     * @param revision of its receipt that is meant; empty if it may be any
     * @throws pl.paragon.worker.stage.StageException as with {@link Transactions#inOne}
     */
    public Deletion delete(JobId job, String submitter, Optional<Integer> revision) {
        Deletion deletion = transactions.inOne(() -> decide(job, submitter, revision));
        if (deletion instanceof Deletion.Deleted(Instant at)) {
            publish(new JobDeleted(job, at));
        }
        return deletion;
    }

    private Deletion decide(JobId job, String submitter, Optional<Integer> revision) {
        Optional<DeletedJobs.Known> known =
                jobs.lock(job).filter(it -> it.submitter().equals(submitter));
        if (known.isEmpty()) {
            return new Deletion.Unknown();
        }
        if (known.get().deletedAt() != null) {
            return new Deletion.Deleted(known.get().deletedAt());
        }
        if (!known.get().ended()) {
            return new Deletion.Running();
        }
        if (revision.isPresent() && !revision.equals(jobs.revision(job))) {
            return new Deletion.Outdated();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jobs.delete(job, submitter, now);
        removals.ask(job, RemovalReason.DELETED, now);
        return new Deletion.Deleted(now);
    }

    private void publish(JobDeleted deleted) {
        try {
            publisher.publish(deleted);
        } catch (BrokerUnavailableException e) {
            LOG.debugf("Published with the removal of the files: %s", deleted);
        }
    }
}
