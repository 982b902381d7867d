package pl.paragon.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.feed.ChangeSignal;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.SavedJobs;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/** Finds, cancels and deletes the jobs of a submitter. To anybody else they do not exist. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final JobBoard board;
    private final JobFeed feed;
    private final SavedJobs saved;
    private final EventPublisher publisher;
    private final Clock clock;

    Jobs(JobBoard board, JobFeed feed, SavedJobs saved, EventPublisher publisher, Clock clock) {
        this.board = board;
        this.feed = feed;
        this.saved = saved;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What a lookup found. */
    public sealed interface Lookup {
        record Found(Job job) implements Lookup {}

        /** This submitter has no such job. */
        record Unknown() implements Lookup {}

        /** The status is temporarily unavailable. @param why a sentence for clients */
        record Unavailable(String why) implements Lookup {}
    }

    /** What became of a request to cancel a job. */
    public sealed interface Cancel {
        record Unknown() implements Cancel {}

        /** The job ended before: nothing changes. */
        record TooLate(Job job) implements Cancel {}

        /** The request is published; the arbiter decides. */
        record Requested(Job job) implements Cancel {}

        /** Job state is temporarily unavailable; the cancel request is published anyway. */
        record RequestedUnseen() implements Cancel {}

        /** The broker is unavailable, so the request would be lost. */
        record Unavailable() implements Cancel {}
    }

    /** What became of a request to delete a job. */
    public sealed interface Delete {

        /** Now or before. */
        record Deleted(Instant at) implements Delete {}

        /** It has not ended: it would have to be cancelled first. */
        record Running() implements Delete {}

        /** Its receipt was corrected since it was seen. */
        record Outdated() implements Delete {}

        record Unknown() implements Delete {}

        /** The database is unavailable, or has not heard of the job yet. */
        record Unavailable() implements Delete {}
    }

    public Lookup find(Submitter submitter, String id) {
        try {
            return lookUp(submitter, id).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Unknown::new);
        } catch (StatusUnavailableException e) {
            LOG.debugf("The status of %s is unavailable: %s", id, e.getMessage());
            return new Lookup.Unavailable(e.reason());
        }
    }

    /**
     * The same, but returns only once the job has changed or ended, or the time is up. Blocks the calling thread, which
     * should be a virtual one. If the status becomes unavailable meanwhile, it keeps waiting, since that usually
     * passes. If the feed has no room for another watch, it returns at once.
     */
    public Lookup findChanged(Submitter submitter, String id, Duration atMost) throws InterruptedException {
        Lookup first = find(submitter, id);
        if (atMost.isZero()
                || !(first instanceof Lookup.Found(Job job))
                || job.status().ended()) {
            return first;
        }
        return await(submitter, job.id(), latest -> !isStill(first, latest), atMost, new Waiter())
                .orElse(first);
    }

    /**
     * The same, but returns only once the job's status is a wanted one, or the job has ended, or the time is up, or the
     * waiter has left. Unavailable if the feed has no room for another watch, since nobody would tell of the change.
     */
    public Lookup findOnce(Submitter submitter, JobId job, Predicate<JobStatus> wanted, Duration atMost, Waiter waiter)
            throws InterruptedException {
        return await(submitter, job, latest -> isOver(latest, wanted), atMost, waiter)
                .orElseGet(() -> new Lookup.Unavailable("Too many requests wait for their results"));
    }

    /** Empty if the feed has no room for another watch. */
    private Optional<Lookup> await(
            Submitter submitter, JobId job, Predicate<Lookup> enough, Duration atMost, Waiter waiter)
            throws InterruptedException {
        Optional<ChangeSignal> watching = ChangeSignal.of(feed, job);
        if (watching.isEmpty()) {
            LOG.debug("Too many requests wait for changes: this one is answered at once");
            return Optional.empty();
        }
        try (ChangeSignal changes = watching.get()) {
            waiter.isWokenBy(changes::wake);
            Instant end = clock.instant().plus(atMost);
            // Look again: a change between the first look and the watch was signalled to nobody.
            Lookup latest = find(submitter, job.toString());
            while (!enough.test(latest) && !waiter.hasLeft() && clock.instant().isBefore(end)) {
                changes.await(Duration.between(clock.instant(), end));
                latest = find(submitter, job.toString());
            }
            return Optional.of(latest);
        }
    }

    private static boolean isOver(Lookup latest, Predicate<JobStatus> wanted) {
        return switch (latest) {
            case Lookup.Found(var job) -> job.status().ended() || wanted.test(job.status());
            case Lookup.Unknown() -> true;
            case Lookup.Unavailable(var why) -> false;
        };
    }

    private static boolean isStill(Lookup first, Lookup latest) {
        return latest instanceof Lookup.Unavailable || latest.equals(first);
    }

    public Cancel cancel(Submitter submitter, String id) {
        Optional<Job> found;
        try {
            found = lookUp(submitter, id);
        } catch (StatusUnavailableException e) {
            LOG.infof("Job %s is cancelled although its status is unavailable: %s", id, e.getMessage());
            return request(submitter, JobId.of(id), new Cancel.RequestedUnseen());
        }
        if (found.isEmpty()) {
            return new Cancel.Unknown();
        }
        Job job = found.get();
        return job.status().ended() ? new Cancel.TooLate(job) : request(submitter, job.id(), new Cancel.Requested(job));
    }

    /**
     * Deletes a job that has ended. The database knows jobs that the board has forgotten; the board knows sooner of
     * those that were submitted just now.
     *
     * @param revision of its receipt that is meant; empty if it may be any
     */
    public Delete delete(Submitter submitter, String id, Optional<Integer> revision) {
        Optional<JobId> job = JobId.parse(id);
        if (job.isEmpty()) {
            return new Delete.Unknown();
        }
        Lookup shown = find(submitter, id);
        if (shown instanceof Lookup.Found(Job found) && !found.status().ended()) {
            return new Delete.Running();
        }
        try {
            return switch (saved.delete(job.get(), submitter, revision)) {
                case DELETED -> {
                    Instant now = clock.instant();
                    board.deleted(job.get(), now);
                    yield new Delete.Deleted(now);
                }
                case RUNNING -> new Delete.Running();
                case OUTDATED -> new Delete.Outdated();
                case UNKNOWN -> shown instanceof Lookup.Unknown ? new Delete.Unknown() : new Delete.Unavailable();
            };
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("Job %s is not deleted: %s", id, e.getMessage());
            return new Delete.Unavailable();
        }
    }

    private Optional<Job> lookUp(Submitter submitter, String id) {
        return JobId.parse(id)
                .flatMap(board::find)
                .filter(job -> submitter.owns(job.submission().submitter()));
    }

    private Cancel request(Submitter submitter, JobId job, Cancel published) {
        try {
            publisher.publish(new CancelRequested(job, clock.instant(), submitter.name()));
            return published;
        } catch (BrokerUnavailableException e) {
            LOG.warnf("The cancel request for job %s cannot be published: %s", job, e.getMessage());
            return new Cancel.Unavailable();
        }
    }
}
