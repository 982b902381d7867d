package pl.paragon.runtime.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes the file store. */
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
                            + "' cannot be used. Set paragon.files.directory to one that this user may write, on a file"
                            + " system with hard links.",
                    e);
        }
    }
}
