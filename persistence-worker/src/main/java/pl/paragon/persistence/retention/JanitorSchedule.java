package pl.paragon.persistence.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.RemovalMetrics;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Runs the janitor on its schedule, first when the service has started. */
@ApplicationScoped
class JanitorSchedule {

    private final Janitor janitor;

    JanitorSchedule(
            ReceiptFileStore files,
            Transactions transactions,
            JobStates jobs,
            RetentionConfig config,
            ReceiptRetentionConfig receipts,
            Clock clock,
            RemovalMetrics removals,
            MeterRegistry meters) {
        this.janitor =
                new Janitor(files, transactions, jobs, config, receipts, clock, removals, new SweepMetrics(meters));
    }

    @Scheduled(
            identity = "janitor",
            every = "{paragon.files.sweep}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        janitor.sweep();
    }
}
