package pl.paragon.api.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import pl.paragon.contracts.job.JobId;

/** A watch for a thread that blocks: open it, look at the job, wait, look again. */
public final class ChangeSignal implements AutoCloseable {

    private final Semaphore changes = new Semaphore(0);
    private JobFeed.Watch watch;

    private ChangeSignal() {}

    /** Empty if the feed has no room for another watch. */
    public static Optional<ChangeSignal> of(JobFeed feed, JobId job) {
        return of(signalled -> feed.watch(job, signalled));
    }

    /** The same for whichever job changes. */
    public static Optional<ChangeSignal> ofAny(JobFeed feed) {
        return of(feed::watchAll);
    }

    private static Optional<ChangeSignal> of(Function<Runnable, Optional<JobFeed.Watch>> opened) {
        ChangeSignal signal = new ChangeSignal();
        return opened.apply(signal.changes::release).map(watch -> {
            signal.watch = watch;
            return signal;
        });
    }

    /** Returns once the job may have changed since the last call, or the time is up. */
    public void await(Duration atMost) throws InterruptedException {
        if (changes.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            // The caller looks at the job next and sees all of these changes.
            changes.drainPermits();
        }
    }

    /** Makes {@link #await} return as if the job had changed. */
    public void wake() {
        changes.release();
    }

    @Override
    public void close() {
        watch.close();
    }
}
