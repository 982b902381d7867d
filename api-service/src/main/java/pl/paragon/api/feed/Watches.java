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

    /** By identity: two watches of one job are two, whatever they call. */
    private final class Watcher implements Watch {
        private final JobId job;
        private final Runnable lookAgain;

        Watcher(JobId job, Runnable lookAgain) {
            this.job = job;
            this.lookAgain = lookAgain;
        }

        void tell() {
            try {
                lookAgain.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "A watch of job %s failed; the others are told all the same", job);
            }
        }

        @Override
        public void close() {
            // Within compute, so that a set that is found empty gets no new watch before it is removed.
            byJob.computeIfPresent(job, (id, watchers) -> {
                if (watchers.remove(this)) {
                    open.decrementAndGet();
                }
                return watchers.isEmpty() ? null : watchers;
            });
        }
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable lookAgain) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return Optional.empty();
        }
        Watcher watcher = new Watcher(job, lookAgain);
        byJob.compute(job, (id, watchers) -> {
            Set<Watcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
            all.add(watcher);
            return all;
        });
        return Optional.of(watcher);
    }

    void changed(JobId job) {
        byJob.getOrDefault(job, Set.of()).forEach(Watcher::tell);
    }

    /** Changes may have been missed. */
    void lookAgain() {
        byJob.values().forEach(watchers -> watchers.forEach(Watcher::tell));
    }

    int open() {
        return open.get();
    }

    int jobs() {
        return byJob.size();
    }
}
