package pl.paragon.ocr;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import pl.paragon.ocr.decoder.DecoderProcess;
import pl.paragon.ocr.file.ReceiptFileReader;
import pl.paragon.ocr.file.Workspace;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.RenewedReader;

/** Puts reading together from its configuration, once, before the first receipt. */
@ApplicationScoped
class ReadingComposition {

    private final ReadingThreads threads;
    private final PageReader reader;
    private final ReceiptFileReader files;
    private final QualityGate gate;
    private final Path workspace;

    ReadingComposition(OcrConfig config, MeterRegistry meters, Clock clock) {
        ReadingMetrics metrics = new ReadingMetrics(meters);
        this.threads = new ReadingThreads(
                config.readingThreads(),
                config.pageDeadline(),
                config.stopGrace(),
                config.toleratedHangs().orElse(config.readingThreads()));
        metrics.watch(threads);
        this.reader = new RenewedReader(
                new Readers(config, metrics)::make,
                config.renewedAfterPages(),
                renewal -> Thread.ofPlatform()
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .name("reader-renewal")
                        .start(renewal),
                metrics.renewals()::increment);
        DecoderProcess process = new DecoderProcess(
                config.runtimeDirectory().resolve("ffmpeg"),
                config.picture().decoder().limits());
        PictureDecoder decoder = new PictureDecoder(config.picture().limits(), process);
        this.files = new ReceiptFileReader(reader, decoder, threads, metrics, config.fileLimits());
        this.gate = new QualityGate(config.quality());
        this.workspace = workspace(config.runtimeDirectory().resolve("uploads"), clock);
    }

    private static Path workspace(Path folder, Clock clock) {
        try {
            return Workspace.open(folder, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder '" + folder
                            + "' cannot be made or written. Set paragon.ocr.runtime-directory to one that this user may write.",
                    e);
        }
    }

    ReadingThreads threads() {
        return threads;
    }

    ReceiptFileReader files() {
        return files;
    }

    QualityGate gate() {
        return gate;
    }

    Path workspace() {
        return workspace;
    }

    /** Natives and models are loaded before the first receipt comes. */
    void start(@Observes StartupEvent startup) {}

    /** After the stage runner has drained; correct even if pages are still being read. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent shutdown) {
        threads.close();
        reader.close();
    }
}
