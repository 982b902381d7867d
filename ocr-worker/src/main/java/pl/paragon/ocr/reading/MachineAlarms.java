package pl.paragon.ocr.reading;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that rings them all. */
final class MachineAlarms implements Alarms {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform()
                    .daemon()
                    .inheritInheritableThreadLocals(false)
                    .name("reading-limits")
                    .factory());

    MachineAlarms() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        var set = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> set.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
