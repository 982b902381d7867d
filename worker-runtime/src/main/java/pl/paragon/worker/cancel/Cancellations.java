package pl.paragon.worker.cancel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.job.JobId;

/**
 * Which jobs clients asked to cancel, as far as this process knows, and what is to happen when one of them is cancelled
 * while it runs. Thread-safe.
 */
public final class Cancellations {

    /**
     * Some ten megabytes at the most. The oldest are forgotten first; then only the arbiter keeps their results from
     * being saved.
     */
    private static final int REMEMBERED = 100_000;

    private final Map<JobId, Boolean> cancelled = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<JobId, List<Runnable>> actions = new HashMap<>();

    public synchronized boolean isCancelled(JobId job) {
        return cancelled.containsKey(job);
    }

    /** Notes a cancel and runs what waits for it, on the caller's thread. */
    public void cancel(JobId job) {
        List<Runnable> waiting;
        synchronized (this) {
            cancelled.put(job, true);
            waiting = List.copyOf(actions.getOrDefault(job, List.of()));
        }
        waiting.forEach(Runnable::run);
    }

    /** Has {@code action} run when the job is cancelled; at once if it already is. */
    public Registration onCancel(JobId job, Runnable action) {
        synchronized (this) {
            if (!cancelled.containsKey(job)) {
                actions.computeIfAbsent(job, j -> new ArrayList<>()).add(action);
                return () -> remove(job, action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(JobId job, Runnable action) {
        actions.computeIfPresent(job, (j, waiting) -> {
            waiting.remove(action);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    /** Ends a registration. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
