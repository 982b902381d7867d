package pl.paragon.api.listen;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import pl.paragon.api.board.ChangedJobs;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.job.JobId;

/**
 * Follows the jobs of one owner for all its listeners: reads each changed job once, and tells everybody who wants to
 * know. Looks whenever the feed signals, one look at a time, and holds no thread in between.
 *
 * <p>Its position is the version up to which everybody in {@link #listening} has been told. Whoever joins is told what
 * happened between the version that it has seen and the position, and from then on what everybody is told; so nobody
 * misses a change, and the versions that a listener sees only grow. A state that is read may be newer than the change
 * that led to it; an end is told of once all the same, with its own version.
 */
final class OwnerChannel {

    private static final Logger LOG = Logger.getLogger(OwnerChannel.class);

    /** How many changes are read at a time. */
    private static final int PAGE = 100;

    private static final long NOT_YET = -1;

    private final Submitter owner;
    private final ChangedJobs changed;
    private final JobStates states;
    private final Executor looks;
    private final Set<Subscription> listening = ConcurrentHashMap.newKeySet();
    private final Queue<Subscription> joining = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signals = new AtomicInteger();
    private JobFeed.Watch watch = () -> {};
    /** Read and written by one look after the other. */
    private long position = NOT_YET;

    OwnerChannel(Submitter owner, ChangedJobs changed, JobStates states, Executor looks) {
        this.owner = owner;
        this.changed = changed;
        this.states = states;
        this.looks = looks;
    }

    /** False if the feed has no room for another watch. */
    boolean open(JobFeed feed) {
        return feed.watch(owner, this::mayHaveChanged)
                .map(opened -> {
                    watch = opened;
                    return true;
                })
                .orElse(false);
    }

    void close() {
        watch.close();
    }

    void join(Subscription subscription) {
        joining.add(subscription);
        mayHaveChanged();
    }

    /** True if it was the last. */
    boolean leave(Subscription subscription) {
        listening.remove(subscription);
        joining.remove(subscription);
        return listening.isEmpty() && joining.isEmpty();
    }

    void heartbeat() {
        listening.forEach(Subscription::heartbeat);
    }

    void end() {
        listening.forEach(Subscription::end);
        joining.forEach(Subscription::end);
    }

    private void mayHaveChanged() {
        if (signals.getAndIncrement() == 0) {
            looks.execute(this::lookUntilNothingIsSignalled);
        }
    }

    private void lookUntilNothingIsSignalled() {
        int seen;
        do {
            seen = signals.get();
            try {
                look();
            } catch (StatusUnavailableException e) {
                LOG.debugf("The jobs of %s cannot be followed now: %s", owner, e.getMessage());
            } catch (RuntimeException e) {
                LOG.errorf(e, "Following the jobs of %s failed, and goes on with the next signal", owner);
            }
        } while (signals.addAndGet(-seen) != 0);
    }

    private void look() {
        long latest = changed.latest(owner);
        if (position == NOT_YET) {
            position = latest;
        } else if (latest < position) {
            // The store lost its memory: whatever it knows now is told again rather than missed.
            position = ChangedJobs.NONE;
        }
        if (tellOfChanges()) {
            admitJoining();
        }
    }

    /** False if a job's state is unavailable: everything from that job on is told later, in the order of versions. */
    private boolean tellOfChanges() {
        List<ChangedJobs.Change> page;
        do {
            page = changed.after(owner, position, PAGE);
            for (ChangedJobs.Change change : page) {
                if (!tell(listening, change)) {
                    return false;
                }
                position = change.version();
            }
        } while (page.size() == PAGE);
        return true;
    }

    private boolean tell(Set<Subscription> listeners, ChangedJobs.Change change) {
        JobId job = change.job();
        if (listeners.stream().noneMatch(listener -> listener.mayCover(job))) {
            return true;
        }
        return switch (states.find(owner, job)) {
            case Jobs.Lookup.Found(var found) -> {
                if (!endedAfter(change.version(), found)) {
                    JobState state = states.state(found, change.version());
                    listeners.forEach(listener -> listener.deliver(state));
                }
                yield true;
            }
            case Jobs.Lookup.Unknown() -> {
                // Deleted.
                listeners.forEach(listener -> listener.gone(job));
                yield true;
            }
            case Jobs.Lookup.Unavailable(var why) -> false;
        };
    }

    /** Whether a job that was found has ended since a version: it is then told of with the version of its end, soon. */
    private boolean endedAfter(long version, Job job) {
        boolean since = job.status().ended() && states.version(owner, job.id()) > version;
        if (since) {
            mayHaveChanged();
        }
        return since;
    }

    private void admitJoining() {
        for (Subscription next = joining.peek(); next != null; next = joining.peek()) {
            if (!catchUp(next)) {
                return;
            }
            // In this order: it must not be away from both.
            listening.add(next);
            if (!joining.remove(next)) {
                // It left meanwhile.
                listening.remove(next);
            }
        }
    }

    private boolean catchUp(Subscription subscription) {
        Admission.Granted granted = subscription.granted();
        Set<JobId> named = granted.interest().named();
        // A version that is not from this store's time is no version.
        long since = granted.since() > position ? ChangedJobs.NONE : granted.since();
        return named.isEmpty() ? tellSince(subscription, since) : tellOf(subscription, named, since);
    }

    private boolean tellSince(Subscription subscription, long since) {
        long told = since;
        while (told < position) {
            List<ChangedJobs.Change> page = changed.after(owner, told, PAGE);
            if (page.isEmpty()) {
                return true;
            }
            for (ChangedJobs.Change change : page) {
                if (change.version() > position) {
                    return true;
                }
                if (!tell(Set.of(subscription), change)) {
                    return false;
                }
                told = change.version();
            }
        }
        return true;
    }

    private boolean tellOf(Subscription subscription, Set<JobId> jobs, long since) {
        for (JobStates.Standing standing : states.standings(owner, jobs)) {
            switch (standing.lookup()) {
                case Jobs.Lookup.Found(var job) -> {
                    if (standing.version() > since && !endedAfter(position, job)) {
                        // A change after the position will be told once more: until then not all is told up to there.
                        subscription.deliver(states.state(job, Math.min(standing.version(), position)));
                    }
                }
                case Jobs.Lookup.Unknown() -> subscription.gone(standing.job());
                case Jobs.Lookup.Unavailable(var why) -> {
                    return false;
                }
            }
        }
        return true;
    }
}
