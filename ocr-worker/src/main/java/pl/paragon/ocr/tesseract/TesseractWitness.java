package pl.paragon.ocr.tesseract;

import static net.sourceforge.tess4j.ITessAPI.TessPageSegMode.PSM_SINGLE_LINE;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.text.Witness;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.picture.Shaping;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/** Tesseract as the second, independent reader of single lines. */
public final class TesseractWitness implements AutoCloseable {

    /** Print that touches the edge is taken for noise. */
    private static final int BORDER = 10;

    private final TesseractEngines engines;

    public TesseractWitness(TesseractEngines engines) {
        this.engines = engines;
    }

    /**
     * @param line cut out straight; it stays the caller's
     * @return empty if it sees nothing
     */
    public Optional<Witness> read(Mat line, StopSignal stop) throws ReadingStoppedException {
        try (Mat grey = Shaping.grey(line);
                Mat framed = new Mat()) {
            Shaping.darkOnLight(grey);
            copyMakeBorder(grey, framed, BORDER, BORDER, BORDER, BORDER, BORDER_REPLICATE);
            List<Word> words = engines.read(framed, PSM_SINGLE_LINE, stop).stream()
                    .flatMap(List::stream)
                    .toList();
            if (words.isEmpty()) {
                return Optional.empty();
            }
            String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
            double confidence =
                    words.stream().mapToDouble(Word::confidence).average().orElse(0);
            return Optional.of(new Witness(TesseractReader.ENGINE, text, Math.round(confidence * 1000) / 1000.0));
        }
    }

    @Override
    public void close() {
        engines.close();
    }
}
