package pl.paragon.ocr.tesseract;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.reading.Leased;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Engines that are initialised once and reused: initialising costs as much as a quarter of a page. There are as many as
 * threads read at a time, which {@link pl.paragon.ocr.reading.ReadingThreads} bounds; one that hangs with its thread
 * never comes back, and another takes its place.
 */
public final class TesseractEngines implements AutoCloseable {

    private final TesseractInstallation installation;
    private final AtomicInteger made = new AtomicInteger();
    private final Leased<ConcurrentLinkedDeque<TesseractEngine>> idle =
            new Leased<>(new ConcurrentLinkedDeque<>(), engines -> engines.forEach(TesseractEngine::close));

    public TesseractEngines(TesseractInstallation installation) {
        this.installation = installation;
    }

    /** Makes the first engine, so that wrong language data are found at the start and not by the first receipt. */
    public void warmUp() {
        try (var lease = idle.take()) {
            lease.get().addFirst(make());
        } catch (ReadingStoppedException e) {
            throw new IllegalStateException("closed before it was warmed up", e);
        }
    }

    List<List<Word>> read(Mat grey, int segmentation, StopSignal stop) throws ReadingStoppedException {
        try (var lease = idle.take()) {
            TesseractEngine free = lease.get().pollFirst();
            TesseractEngine engine = free != null ? free : make();
            try {
                return engine.read(grey, segmentation, stop);
            } finally {
                lease.get().addFirst(engine);
            }
        }
    }

    /** How many engines were ever made. */
    int made() {
        return made.get();
    }

    private TesseractEngine make() {
        made.incrementAndGet();
        return new TesseractEngine(installation);
    }

    /** The engines end when the last of them is idle. */
    @Override
    public void close() {
        idle.close();
    }
}
