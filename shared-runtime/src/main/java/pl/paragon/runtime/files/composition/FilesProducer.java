package pl.paragon.runtime.files.composition;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.FilesConfig;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.s3.S3FilesConfig;
import pl.paragon.runtime.files.s3.S3ReceiptFileStore;
import pl.paragon.runtime.metrics.Metric;

/** Makes the file store that is configured. */
@ApplicationScoped
class FilesProducer {

    /** A store that cannot be used is noticed at the start rather than with the first receipt. */
    void open(@Observes StartupEvent start, ReceiptFileStore store) {}

    @Produces
    @Singleton
    @Typed(ReceiptFileStore.class)
    ReceiptFileStore store(
            FilesConfig config, Instance<FileSystemReceiptFileStore> directory, Instance<S3ReceiptFileStore> bucket) {
        return switch (config.store()) {
            case DIRECTORY -> directory.get();
            case S3 -> bucket.get();
        };
    }

    @Produces
    @Singleton
    @Typed(FileSystemReceiptFileStore.class)
    FileSystemReceiptFileStore directory(FilesConfig config, MeterRegistry meters) {
        Path directory = config.directory()
                .orElseThrow(() -> new IllegalStateException("The file store has no folder. Set"
                        + " paragon.files.directory to one that all services share, or paragon.files.store to s3."));
        Metric.FILES_FREE.gauge(meters, () -> directory.toFile().getUsableSpace());
        try {
            return new FileSystemReceiptFileStore(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder '" + directory
                            + "' cannot be used. Set paragon.files.directory to one that this user may write, on a file"
                            + " system with hard links.",
                    e);
        }
    }

    @Produces
    @Singleton
    @Typed(S3ReceiptFileStore.class)
    S3ReceiptFileStore bucket(S3FilesConfig config) {
        return S3ReceiptFileStore.open(config);
    }
}
