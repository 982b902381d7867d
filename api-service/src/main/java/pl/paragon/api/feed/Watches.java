package pl.paragon.api.feed;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;

/** The watches of one gateway. Thread-safe. */
final class Watches implements JobFeed {

    private static final Logger LOG = Logger.getLogger(Watches.class);

    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Subject, Set<Watcher>> bySubject = new ConcurrentHashMap<>();

    Watches(int most) {
        this.most = most;
    }

    /** What a watch is for. */
    private sealed interface Subject {
        record OneJob(JobId job) implements Subject {}

        record AllJobsOf(OwnerTag owner) implements Subject {}

        record AllJobs() implements Subject {}
    }

    /** Compared by identity: two watches of one job are two, whatever they run. */
    private final class Watcher implements Watch {
        private final Subject subject;
        private final Runnable mayHaveChanged;

        Watcher(Subject subject, Runnable mayHaveChanged) {
            this.subject = subject;
            this.mayHaveChanged = mayHaveChanged;
        }

        void signal() {
            try {
                mayHaveChanged.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "A watch of %s failed; the others are signalled all the same", subject);
            }
        }

        @Override
        public void close() {
            // Atomically: an empty set gets no new watch before it is removed.
            bySubject.computeIfPresent(subject, (same, watchers) -> {
                if (watchers.remove(this)) {
                    open.decrementAndGet();
                }
                return watchers.isEmpty() ? null : watchers;
            });
        }
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable mayHaveChanged) {
        return watch(new Subject.OneJob(job), mayHaveChanged);
    }

    @Override
    public Optional<Watch> watch(Submitter owner, Runnable mayHaveChanged) {
        return watch(new Subject.AllJobsOf(OwnerTag.of(owner)), mayHaveChanged);
    }

    @Override
    public Optional<Watch> watchAll(Runnable mayHaveChanged) {
        return watch(new Subject.AllJobs(), mayHaveChanged);
    }

    private Optional<Watch> watch(Subject subject, Runnable mayHaveChanged) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return Optional.empty();
        }
        Watcher watcher = new Watcher(subject, mayHaveChanged);
        bySubject.compute(subject, (same, watchers) -> {
            Set<Watcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
            all.add(watcher);
            return all;
        });
        return Optional.of(watcher);
    }

    void changed(JobId job) {
        signal(new Subject.OneJob(job));
    }

    /** One of the owner's jobs changed. */
    void changed(OwnerTag owner) {
        signal(new Subject.AllJobsOf(owner));
    }

    /** Some jobs changed, whichever; said once for all of them. */
    void somethingChanged() {
        signal(new Subject.AllJobs());
    }

    private void signal(Subject subject) {
        bySubject.getOrDefault(subject, Set.of()).forEach(Watcher::signal);
    }

    /** Signals every watch, since changes may have been missed. */
    void allMayHaveChanged() {
        bySubject.values().forEach(watchers -> watchers.forEach(Watcher::signal));
    }

    int open() {
        return open.get();
    }

    int subjects() {
        return bySubject.size();
    }
}
