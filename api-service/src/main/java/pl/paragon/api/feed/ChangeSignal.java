package pl.paragon.api.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pl.paragon.contracts.job.JobId;

/** A watch for a thread that waits: make it, look at the job, wait, look again. */
public final class ChangeSignal implements AutoCloseable {

    private final Semaphore changes = new Semaphore(0);
    private JobFeed.Watch watch;

    private ChangeSignal() {}

    /** Empty if the feed has no room for another watch. */
    public static Optional<ChangeSignal> of(JobFeed feed, JobId job) {
        ChangeSignal signal = new ChangeSignal();
        return feed.watch(job, signal.changes::release).map(watch -> {
            signal.watch = watch;
            return signal;
        });
    }

    /** Returns when something may have changed since the last call, at once if it has already, or when time is up. */
    public void await(Duration atMost) throws InterruptedException {
        if (changes.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            // The caller looks after this, and so sees what all of these were about.
            changes.drainPermits();
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
