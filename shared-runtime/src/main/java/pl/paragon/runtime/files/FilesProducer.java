package pl.paragon.runtime.files;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import pl.paragon.runtime.metrics.Metric;

/** Makes the file store. */
@ApplicationScoped
class FilesProducer {

    @Produces
    @Singleton
    FileSystemReceiptFileStore store(FilesConfig config, MeterRegistry meters) {
        Metric.FILES_FREE.gauge(meters, () -> config.directory().toFile().getUsableSpace());
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
