package pl.paragon.ocr.tesseract;

import static net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode.OEM_LSTM_ONLY;
import static net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel.RIL_TEXTLINE;
import static net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel.RIL_WORD;

import com.sun.jna.Pointer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessCancelFunc;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/** One initialised Tesseract engine; used by one thread at a time. */
final class TesseractEngine implements AutoCloseable {

    private static final int RESOLUTION = 300;

    private final TesseractApi.Monitoring monitoring;
    private final TessAPI calls;
    private final TessBaseAPI handle;

    TesseractEngine(TesseractInstallation installation) {
        this.calls = installation.api().calls();
        this.monitoring = installation.api().monitoring();
        this.handle = calls.TessBaseAPICreate();
        if (calls.TessBaseAPIInit2(handle, installation.data().toString(), installation.languages(), OEM_LSTM_ONLY)
                != 0) {
            calls.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract cannot be initialised with the languages '"
                    + installation.languages() + "' from " + installation.data());
        }
        // What it would otherwise print about pictures it finds odd goes to the process's standard error, past any log.
        calls.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
    }

    /**
     * Reads a grey picture, dark print on light ground.
     *
     * @param segmentation how the print is laid out, by Tesseract's numbers
     * @return its lines from top to bottom, each of at least one word, with boxes in pixels of {@code grey}
     */
    List<List<Word>> read(Mat grey, int segmentation, StopSignal stop) throws ReadingStoppedException {
        stop.checkpoint();
        TessCancelFunc cancelled = (self, words) -> stop.isRaised();
        Pointer monitor = monitoring.TessMonitorCreate();
        try {
            monitoring.TessMonitorSetCancelFunc(monitor, cancelled);
            calls.TessBaseAPISetPageSegMode(handle, segmentation);
            calls.TessBaseAPISetImage(handle, grey.createBuffer(), grey.cols(), grey.rows(), 1, (int) grey.step());
            calls.TessBaseAPISetSourceResolution(handle, RESOLUTION);
            int status = monitoring.TessBaseAPIRecognize(handle, monitor);
            stop.checkpoint();
            return status == 0 ? lines() : List.of();
        } finally {
            monitoring.TessMonitorDelete(monitor);
            calls.TessBaseAPIClear(handle);
        }
    }

    private List<List<Word>> lines() {
        List<List<Word>> lines = new ArrayList<>();
        TessResultIterator result = calls.TessBaseAPIGetIterator(handle);
        if (result == null) {
            return lines;
        }
        try {
            TessPageIterator place = calls.TessResultIteratorGetPageIterator(result);
            do {
                String text = text(result);
                if (!text.isBlank()) {
                    boolean begins = calls.TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0;
                    if (begins || lines.isEmpty()) {
                        lines.add(new ArrayList<>());
                    }
                    double confidence = calls.TessResultIteratorConfidence(result, RIL_WORD) / 100.0;
                    lines.getLast().add(new Word(text, box(place), Math.clamp(confidence, 0, 1)));
                }
            } while (calls.TessResultIteratorNext(result, RIL_WORD) != 0);
        } finally {
            calls.TessResultIteratorDelete(result);
        }
        return lines;
    }

    private String text(TessResultIterator result) {
        Pointer text = calls.TessResultIteratorGetUTF8Text(result, RIL_WORD);
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, "UTF-8").strip();
        } finally {
            calls.TessDeleteText(text);
        }
    }

    private Box box(TessPageIterator place) {
        IntBuffer left = IntBuffer.allocate(1);
        IntBuffer top = IntBuffer.allocate(1);
        IntBuffer right = IntBuffer.allocate(1);
        IntBuffer bottom = IntBuffer.allocate(1);
        calls.TessPageIteratorBoundingBox(place, RIL_WORD, left, top, right, bottom);
        return new Box(left.get(0), top.get(0), right.get(0) - left.get(0), bottom.get(0) - top.get(0));
    }

    @Override
    public void close() {
        calls.TessBaseAPIEnd(handle);
        calls.TessBaseAPIDelete(handle);
    }
}
