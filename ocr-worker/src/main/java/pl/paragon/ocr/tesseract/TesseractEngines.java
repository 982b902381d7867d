package pl.paragon.ocr.tesseract;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Engines that are initialised once and used again: initialising costs as much as a quarter of a page. There are as many as threads read at a time, which
 * {@link pl.paragon.ocr.reading.ReadingThreads} bounds; one that hangs with its thread never comes back, and another takes its place.
 */
public final class TesseractEngines implements AutoCloseable {

    private final TesseractInstallation installation;
    private final ConcurrentLinkedDeque<TesseractEngine> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger made = new AtomicInteger();
    private volatile boolean closed;

    public TesseractEngines(TesseractInstallation installation) {
        this.installation = installation;
    }

    /** Makes the first engine, so that wrong language data are found at the start and not by the first receipt. */
    public void warmUp() {
        giveBack(take());
    }

    List<List<Word>> read(Mat grey, int segmentation, StopSignal stop) throws ReadingStoppedException {
        TesseractEngine engine = take();
        try {
            return engine.read(grey, segmentation, stop);
        } finally {
            giveBack(engine);
        }
    }

    /** How many engines were ever made. */
    int made() {
        return made.get();
    }

    private TesseractEngine take() {
        TesseractEngine engine = idle.pollFirst();
        if (engine != null) {
            return engine;
        }
        made.incrementAndGet();
        return new TesseractEngine(installation);
    }

    private void giveBack(TesseractEngine engine) {
        if (closed) {
            engine.close();
        } else {
            idle.addFirst(engine);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (TesseractEngine engine = idle.pollFirst(); engine != null; engine = idle.pollFirst()) {
            engine.close();
        }
    }
}
