package pl.paragon.runtime.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A task that runs again and again on its own daemon thread until it is closed. An exception is logged and does not end
 * it.
 */
public final class Repeating implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Repeating.class);

    private final String name;
    private final Runnable task;
    private final ScheduledExecutorService thread;

    private Repeating(String name, Runnable task) {
        this.name = name;
        this.task = task;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * @param name of the task and its thread
     * @param pause between the end of one run and the start of the next; the first run starts at once
     */
    public static Repeating start(String name, Duration pause, Runnable task) {
        Repeating repeating = new Repeating(name, task);
        repeating.thread.scheduleWithFixedDelay(repeating::run, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return repeating;
    }

    /** The schedule would end with the first exception. */
    private void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The task %s failed and will run again", name);
        }
    }

    /** Interrupts a run in progress; none starts afterwards. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
