package pl.paragon.persistence.removal;

import io.micrometer.core.instrument.MeterRegistry;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.metrics.Metric;

/** Counts what was removed from the file store, by reason. */
public final class RemovalMetrics {

    private final MeterRegistry meters;

    public RemovalMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (RemovalReason reason : RemovalReason.values()) {
            removed(reason, 0, Freed.NOTHING); // what never happened is shown as 0
        }
    }

    /** @param jobs how many had all their files removed */
    public void removed(RemovalReason reason, int jobs, Freed freed) {
        Metric.FILES_REMOVED_JOBS.counter(meters, reason.id()).increment(jobs);
        Metric.FILES_REMOVED.counter(meters, reason.id()).increment(freed.files());
        Metric.FILES_FREED.counter(meters, reason.id()).increment(freed.bytes());
    }
}
