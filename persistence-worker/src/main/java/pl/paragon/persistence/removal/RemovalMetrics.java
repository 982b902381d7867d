package pl.paragon.persistence.removal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import pl.paragon.runtime.files.Freed;

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
        count("paragon.files.removed.jobs", "Jobs whose files were removed", reason, jobs);
        count("paragon.files.removed", "Files that were removed", reason, freed.files());
        count("paragon.files.freed.bytes", "Bytes of the files that were removed", reason, freed.bytes());
    }

    private void count(String name, String description, RemovalReason reason, long amount) {
        Counter.builder(name)
                .description(description)
                .tag("reason", reason.id())
                .register(meters)
                .increment(amount);
    }
}
