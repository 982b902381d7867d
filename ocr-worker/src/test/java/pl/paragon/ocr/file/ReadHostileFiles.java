package pl.paragon.ocr.file;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import pl.paragon.contracts.text.Page;
import pl.paragon.ocr.Configs;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.OcrConfig;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.HostileFiles;
import pl.paragon.worker.stage.StageException;

/**
 * A process that reads the hostile files, two at a time, as the worker does: everything up to the recognition of print.
 * It is started with the worker's own heap and ends at once if that is exhausted. Each file is a line of its output:
 * its name, what became of it, and the milliseconds that it took.
 */
public final class ReadHostileFiles {

    static final String READ = "READ";
    static final String DONE = "DONE";

    private final Path folder;
    private final ReceiptFileReader reader;
    private final Iterator<HostileFile> files = HostileFiles.all().iterator();

    private ReadHostileFiles(Path folder, ReadingThreads threads, PageReader pages) {
        this.folder = folder;
        OcrConfig config = Configs.defaults();
        this.reader = new ReceiptFileReader(
                pages,
                new PictureDecoder(config.picture().limits()),
                threads,
                new ReadingMetrics(new SimpleMeterRegistry()),
                config.fileLimits());
    }

    /** @param arguments a folder, and optionally a part of the names of the files to be read */
    public static void main(String[] arguments) throws Exception {
        Natives.loadOpenCv();
        OcrConfig config = Configs.defaults();
        try (ReadingThreads threads = new ReadingThreads(2, config.pageDeadline(), config.stopGrace(), 0);
                PageReader pages = new NoPrint()) {
            ReadHostileFiles all = new ReadHostileFiles(Path.of(arguments[0]), threads, pages);
            String part = arguments.length > 1 ? arguments[1] : "";
            Thread first = Thread.ofVirtual().start(() -> all.readAll(part));
            Thread second = Thread.ofVirtual().start(() -> all.readAll(part));
            first.join();
            second.join();
        }
        System.out.println(DONE);
    }

    private void readAll(String part) {
        for (HostileFile file = next(); file != null; file = next()) {
            if (file.name().contains(part)) {
                read(file);
            }
        }
    }

    private synchronized HostileFile next() {
        return files.hasNext() ? files.next() : null;
    }

    private void read(HostileFile hostile) {
        try {
            Path file = Files.write(folder.resolve(hostile.name()), hostile.bytes());
            long began = System.nanoTime();
            String outcome = outcome(file, hostile.mediaType());
            System.out.println(hostile.name() + " " + outcome + " " + (System.nanoTime() - began) / 1_000_000);
            Files.delete(file);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String outcome(Path file, String mediaType) throws IOException, InterruptedException {
        try {
            reader.read(reader.validate(file, mediaType), () -> {});
            return READ;
        } catch (StageException e) {
            return e.error().code().name();
        } catch (RuntimeException | Error e) {
            return e.toString().replace(' ', '_');
        }
    }

    /** Sees no print in any picture. */
    private static final class NoPrint implements PageReader {

        @Override
        public String engine() {
            return "no-print";
        }

        @Override
        public Page read(Picture picture, int number, StopSignal stop) {
            return new Page(number, picture.width(), picture.height(), Page.Origin.PICTURE, List.of());
        }

        @Override
        public void close() {}
    }
}
