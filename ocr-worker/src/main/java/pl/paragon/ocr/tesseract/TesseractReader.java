package pl.paragon.ocr.tesseract;

import static net.sourceforge.tess4j.ITessAPI.TessPageSegMode.PSM_SINGLE_COLUMN;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineRecogniser;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.Shaping;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/** Gives Tesseract whole pages, as one column of print of varying size. It expects them upright. */
public final class TesseractReader implements PageReader {

    public static final String ENGINE = "tesseract";

    /**
     * A receipt is some forty characters wide: at this width a capital letter is about 25 pixels high, which Tesseract
     * reads best.
     */
    private static final int SHORTEST = 1000;

    /** More pixels cost time and gain nothing. A tall screenshot keeps its width: only the shorter side counts. */
    private static final int LARGEST_SHORTER = 2000;

    /** Tesseract's own limit for either side is 32,767. */
    private static final int LONGEST = 30_000;

    private final TesseractEngines engines;
    private final TesseractWitness line;

    public TesseractReader(TesseractEngines engines) {
        this.engines = engines;
        this.line = new TesseractWitness(engines);
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Page read(Picture picture, int number, StopSignal stop) throws ReadingStoppedException {
        double factor = factor(picture.pixels());
        double scale = picture.scale() / factor;
        try (Mat scaled = Shaping.scaled(picture.pixels(), factor);
                Mat grey = Shaping.grey(scaled)) {
            Shaping.darkOnLight(grey);
            List<TextLine> lines = engines.read(grey, PSM_SINGLE_COLUMN, stop).stream()
                    .map(words -> line(words, scale))
                    .toList();
            return new Page(
                    number, picture.width(), picture.height(), Page.Origin.PICTURE, picture.brightness(), lines);
        }
    }

    @Override
    public List<Word> read(Picture picture, List<Box> places, StopSignal stop) throws ReadingStoppedException {
        List<Word> words = new ArrayList<>();
        try (LineCutter cutter = new LineCutter(picture.pixels())) {
            for (Box place : places) {
                LineBox box = LineBox.around(place, picture.scale());
                try (Mat cut = cutter.cut(box, LineRecogniser.width(box), LineRecogniser.HEIGHT)) {
                    words.add(word(cut, place, stop));
                }
            }
        }
        return words;
    }

    private Word word(Mat cut, Box place, StopSignal stop) throws ReadingStoppedException {
        return line.read(cut, stop)
                .map(read -> new Word(read.text(), place, read.confidence()))
                .orElse(new Word("", place, 0));
    }

    static double factor(Mat pixels) {
        double shorter = Math.min(pixels.cols(), pixels.rows());
        double longer = Math.max(pixels.cols(), pixels.rows());
        double factor = Math.clamp(1.0, SHORTEST / shorter, LARGEST_SHORTER / shorter);
        return Math.min(factor, LONGEST / longer);
    }

    private static TextLine line(List<Word> words, double scale) {
        List<Word> placed = new ArrayList<>();
        double weighted = 0;
        int letters = 0;
        for (Word word : words) {
            placed.add(new Word(word.text(), scaled(word.box(), scale), word.confidence()));
            weighted += word.confidence() * word.text().length();
            letters += word.text().length();
        }
        Box around = placed.stream().map(Word::box).reduce(Box::union).orElseThrow();
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        return new TextLine(Quad.of(around), text, weighted / letters, placed, List.of(), List.of());
    }

    private static Box scaled(Box box, double scale) {
        return new Box(
                (int) Math.round(box.x() * scale),
                (int) Math.round(box.y() * scale),
                (int) Math.round(box.w() * scale),
                (int) Math.round(box.h() * scale));
    }

    @Override
    public void close() {
        engines.close();
    }
}
