package pl.paragon.runtime.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import pl.paragon.runtime.stage.AttemptLedger;

/** Makes the file store and the attempt ledger that lies beside it. */
@ApplicationScoped
class FilesProducer {

    @Produces
    @Singleton
    FileSystemReceiptFileStore store(FilesConfig config) {
        try {
            return new FileSystemReceiptFileStore(config.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder '" + config.directory()
                            + "' cannot be made or written. Set paragon.files.directory to one that this user may write.",
                    e);
        }
    }

    @Produces
    @Singleton
    AttemptLedger ledger(FileSystemReceiptFileStore store) {
        return new FileSystemAttemptLedger(store);
    }
}
