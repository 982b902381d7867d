package pl.paragon.ocr;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.ocr.tesseract.TesseractEngines;
import pl.paragon.ocr.tesseract.TesseractWitness;
import pl.paragon.ocr.tworeaders.ReaderModels;
import pl.paragon.ocr.tworeaders.TwoReaders;

/**
 * A process that reads one picture over and over on two threads until it is told to end. As the worker does, it first
 * finishes some of its work in a shutdown hook, and then closes reading while pages are still inside native code.
 */
public final class ReadUntilKilled {

    static final String READING = "reading";
    static final String CLOSED = "closed";
    private static final int THREADS = 2;
    private static final int PAGES_AFTER_THE_SIGNAL = 6;

    private ReadUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        Path picture = Path.of(arguments[0]);
        TesseractWitness witness = new TesseractWitness(new TesseractEngines(Natives.tesseract()));
        ReaderModels models = ReaderModels.load(Natives.FOLDER.resolve("onnxruntime"), ReaderModels.Own.NONE);
        PageReader reader =
                new TwoReaders(models, witness, new ReadingMetrics(new SimpleMeterRegistry()), 1_500, 400_000);
        ReadingThreads threads = new ReadingThreads(THREADS, Duration.ofMinutes(2), Duration.ofMinutes(2), THREADS);
        CountDownLatch first = new CountDownLatch(THREADS);
        CountDownLatch drained = new CountDownLatch(PAGES_AFTER_THE_SIGNAL);
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            awaitUninterrupted(drained);
            threads.close();
            reader.close();
            System.out.println(CLOSED);
        }));
        for (int i = 0; i < THREADS; i++) {
            Thread.ofVirtual().start(() -> {
                while (true) {
                    try {
                        threads.call(stop -> read(reader, picture, stop));
                    } catch (Exception e) {
                        return;
                    }
                    first.countDown();
                    if (told.getCount() == 0) {
                        drained.countDown();
                    }
                }
            });
        }
        first.await();
        System.out.println(READING);
        Thread.currentThread().join();
    }

    private static String read(PageReader reader, Path file, StopSignal stop) throws Exception {
        try (Picture picture = Picture.of(opencv_imgcodecs.imread(file.toString()))) {
            return reader.read(picture, 1, stop).toString();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
