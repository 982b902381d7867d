package pl.paragon.worker.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.FilesConfig;
import pl.paragon.runtime.files.s3.S3ReceiptFileStore;

/** Makes the attempt ledger, which lies beside the jobs' files. */
@ApplicationScoped
class LedgerProducer {

    @Produces
    @Singleton
    AttemptLedger ledger(
            FilesConfig config, Instance<FileSystemReceiptFileStore> directory, Instance<S3ReceiptFileStore> bucket) {
        return switch (config.store()) {
            case DIRECTORY -> new FileSystemAttemptLedger(directory.get());
            case S3 -> new S3AttemptLedger(bucket.get());
        };
    }
}
