package pl.paragon.api.feed;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;

/** The watches of one gateway. Thread-safe. */
final class Watches implements JobFeed {

    private static final Logger LOG = Logger.getLogger(Watches.class);

    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<JobId, Set<Watcher>> byJob = new ConcurrentHashMap<>();

    Watches(int most) {
        this.most = most;
    }

    /** Compared by identity: two watches of one job are two, whatever they run. */
    private final class Watcher implements Watch {
        private final JobId job;
        private final Runnable mayHaveChanged;

        Watcher(JobId job, Runnable mayHaveChanged) {
            this.job = job;
            this.mayHaveChanged = mayHaveChanged;
        }

        void signal() {
            try {
                mayHaveChanged.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "A watch of job %s failed; the others are signalled all the same", job);
            }
        }

        @Override
        public void close() {
            // Atomically: an empty set gets no new watch before it is removed.
            byJob.computeIfPresent(job, (id, watchers) -> {
                if (watchers.remove(this)) {
                    open.decrementAndGet();
                }
                return watchers.isEmpty() ? null : watchers;
            });
        }
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable mayHaveChanged) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return Optional.empty();
        }
        Watcher watcher = new Watcher(job, mayHaveChanged);
        byJob.compute(job, (id, watchers) -> {
            Set<Watcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
            all.add(watcher);
            return all;
        });
        return Optional.of(watcher);
    }

    void changed(JobId job) {
        byJob.getOrDefault(job, Set.of()).forEach(Watcher::signal);
    }

    /** Signals every watch, since changes may have been missed. */
    void allMayHaveChanged() {
        byJob.values().forEach(watchers -> watchers.forEach(Watcher::signal));
    }

    int open() {
        return open.get();
    }

    int jobs() {
        return byJob.size();
    }
}
