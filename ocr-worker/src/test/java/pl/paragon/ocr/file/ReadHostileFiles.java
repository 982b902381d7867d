package pl.paragon.ocr.file;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.Configs;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.OcrConfig;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/**
 * A process that reads files, two at a time, as the worker does: everything up to the recognition of print. It is
 * started with the worker's own heap and ends at once if that is exhausted. Each line of its input names a media type
 * and a file; each line of its output names the file, what became of it, and the milliseconds of processor time until
 * then.
 */
public final class ReadHostileFiles {

    static final String READ = "READ";

    private final ReceiptFileReader reader;
    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private ReadHostileFiles(ReadingThreads threads, PageReader pages) {
        OcrConfig config = Configs.defaults();
        this.reader = new ReceiptFileReader(
                pages,
                Natives.pictureDecoder(),
                threads,
                new ReadingMetrics(new SimpleMeterRegistry()),
                config.fileLimits());
    }

    public static void main(String[] arguments) throws Exception {
        Natives.loadOpenCv();
        OcrConfig config = Configs.defaults();
        try (ReadingThreads threads = new ReadingThreads(2, config.pageDeadline(), config.stopGrace(), 0);
                PageReader pages = new NoPrint()) {
            ReadHostileFiles all = new ReadHostileFiles(threads, pages);
            Thread first = Thread.ofVirtual().start(all::readAll);
            Thread second = Thread.ofVirtual().start(all::readAll);
            first.join();
            second.join();
        }
    }

    private void readAll() {
        try {
            for (String line = next(); line != null; line = next()) {
                String[] words = line.split(" ");
                Path file = Path.of(words[1]);
                long began = cpuMillis();
                String outcome = outcome(file, words[0]);
                System.out.println(file.getFileName() + " " + outcome + " " + (cpuMillis() - began));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized String next() throws IOException {
        return input.readLine();
    }

    private static long cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000;
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
        public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
            return places.stream().map(place -> new Word("", place, 0)).toList();
        }

        @Override
        public void close() {}
    }
}
