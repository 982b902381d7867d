package pl.paragon.persistence.removal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.EventPublisher;

/** Removes what must go, soon enough that it is gone within a minute. */
@ApplicationScoped
class RemovalSchedule {

    private final FileRemover remover;

    RemovalSchedule(
            Transactions transactions,
            Removals removals,
            ReceiptFileStore files,
            EventPublisher publisher,
            RemovalMetrics metrics) {
        this.remover = new FileRemover(transactions, removals, files, publisher, metrics);
    }

    @Scheduled(identity = "file-removal", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        remover.run();
    }
}
