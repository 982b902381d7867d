package pl.paragon.worker.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

/** Makes the attempt ledger, which lies beside the jobs' files. */
@ApplicationScoped
class LedgerProducer {

    @Produces
    @Singleton
    AttemptLedger ledger(FileSystemReceiptFileStore store) {
        return new FileSystemAttemptLedger(store);
    }
}
