package pl.paragon.worker.runner;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import pl.paragon.contracts.job.JobId;

/** The jobs that this process works on now. Thread-safe. */
final class JobsInHand {

    private final Set<JobId> jobs = new HashSet<>();

    /**
     * Takes a job up; false if this process is at it already, since after a rebalance the same record can come back
     * while it is still worked on.
     */
    synchronized boolean begin(JobId job) {
        return jobs.add(job);
    }

    synchronized void end(JobId job) {
        jobs.remove(job);
        notifyAll();
    }

    synchronized int count() {
        return jobs.size();
    }

    /** Waits until there are none, but no longer than {@code patience}. */
    synchronized void awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis();
                left > 0 && !jobs.isEmpty();
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
