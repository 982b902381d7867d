package pl.paragon.ocr.tworeaders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineDetector;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.line.LineRecogniser;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.Shaping;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingStep;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.ocr.tesseract.TesseractWitness;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.worker.stage.StageException;

/**
 * Finds the lines of a picture, whichever way up, reads them with alternatives, and asks the witness about doubtful
 * ones.
 */
public final class TwoReaders implements PageReader {

    public static final String ENGINE = "two-readers";

    private final ReaderModels models;
    private final LineDetector detector;
    private final LineReader full;
    private final Looks looks;
    private final ReadingMetrics metrics;
    private final TesseractWitness witness;
    private final int mostLines;
    private final int mostColumns;

    /**
     * @param mostLines that one picture may have
     * @param mostColumns of all its lines, at the recogniser's height
     */
    public TwoReaders(
            ReaderModels models, TesseractWitness witness, ReadingMetrics metrics, int mostLines, int mostColumns) {
        this.models = models;
        this.mostLines = mostLines;
        this.mostColumns = mostColumns;
        this.witness = witness;
        this.detector = models.detector();
        this.metrics = metrics;
        this.full = timed(ReadingStep.READ_FULL, models.recogniser());
        this.looks = new Looks(models.narrow().map(narrow -> timed(ReadingStep.READ_NARROW, narrow)), full);
    }

    private LineReader timed(ReadingStep step, LineRecogniser recogniser) {
        return (cutter, boxes, stop) -> metrics.time(step, () -> recogniser.read(cutter, boxes, stop));
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Page read(Picture picture, int number, StopSignal stop) throws ReadingStoppedException {
        List<LineBox> found = find(picture, stop);
        try (LineCutter cutter = new LineCutter(picture.pixels())) {
            ReadingDirection direction = ReadingDirection.of(found, looks.first(), cutter, stop);
            if (direction.degrees() == 0) {
                return read(picture, cutter, found, direction.read(), number, stop);
            }
            return readTurned(picture, direction.degrees(), number, stop);
        }
    }

    @Override
    public List<Word> read(Picture picture, List<Box> places, StopSignal stop) throws ReadingStoppedException {
        List<LineBox> boxes = places.stream()
                .map(place -> LineBox.around(place, picture.scale()))
                .toList();
        List<Word> words = new ArrayList<>();
        try (LineCutter cutter = new LineCutter(picture.pixels())) {
            List<LineReading> readings = full.read(cutter, boxes, stop);
            for (int i = 0; i < places.size(); i++) {
                LineReading reading = readings.get(i);
                words.add(new Word(reading.text(), places.get(i), reading.confidence()));
            }
        }
        return words;
    }

    /** Reading takes as long as the lines are: a picture full of specks or of small print would take minutes. */
    private List<LineBox> find(Picture picture, StopSignal stop) throws ReadingStoppedException {
        List<LineBox> found = metrics.time(ReadingStep.DETECT, () -> detector.find(picture.pixels(), stop));
        require("lines", found.size(), mostLines);
        require("columns", found.stream().mapToLong(LineRecogniser::width).sum(), mostColumns);
        return found;
    }

    private static void require(String measure, long value, int limit) {
        if (value > limit) {
            throw new StageException(
                    ErrorCode.TEXT_TOO_LONG, Map.of(measure, String.valueOf(value), "limit", String.valueOf(limit)));
        }
    }

    /**
     * The detector misses the ends of lines that lie on their side, so such a picture is turned and looked at again.
     */
    private Page readTurned(Picture picture, int degrees, int number, StopSignal stop) throws ReadingStoppedException {
        try (Picture upright = Shaping.turned(picture, degrees);
                LineCutter cutter = new LineCutter(upright.pixels())) {
            return read(upright, cutter, find(upright, stop), Map.of(), number, stop);
        }
    }

    private Page read(
            Picture picture,
            LineCutter cutter,
            List<LineBox> found,
            Map<LineBox, LineReading> before,
            int number,
            StopSignal stop)
            throws ReadingStoppedException {
        DisplayedPage page = DisplayedPage.of(picture);
        List<TextLine> lines = new ArrayList<>();
        Run upright = run(cutter, 0, found, before, stop);
        for (Run run : runs(picture, cutter, upright, stop)) {
            lines.addAll(page.inOrder(lines(page, cutter, run, stop), run.degrees()));
        }
        return page.page(number, lines);
    }

    private Run run(
            LineCutter cutter, int degrees, List<LineBox> found, Map<LineBox, LineReading> before, StopSignal stop)
            throws ReadingStoppedException {
        List<LineBox> boxes = found.stream().map(box -> box.towards(degrees)).toList();
        return new Run(degrees, boxes, looks.read(cutter, boxes, before, stop));
    }

    private List<Run> runs(Picture picture, LineCutter cutter, Run all, StopSignal stop)
            throws ReadingStoppedException {
        List<Run> runs = new ArrayList<>();
        for (Run run : split(picture, cutter, all, TurnedPrint::sideways, stop)) {
            runs.addAll(split(picture, cutter, run, TurnedPrint::upsideDown, stop));
        }
        return runs;
    }

    /** The run without print that lies turned, and that print; only itself if there is none. */
    private List<Run> split(Picture picture, LineCutter cutter, Run run, TurnedPrint.Search search, StopSignal stop)
            throws ReadingStoppedException {
        Optional<TurnedPrint> turned = search.in(run, full, cutter, stop);
        if (turned.isEmpty()) {
            return List.of(run);
        }
        TurnedPrint print = turned.get();
        Run own = run(cutter, print.degrees(), find(picture, print, stop), Map.of(), stop);
        return List.of(run.without(print::holds), own);
    }

    /** The lines of turned print, found as if it were upright. */
    private List<LineBox> find(Picture picture, TurnedPrint print, StopSignal stop) throws ReadingStoppedException {
        int degrees = print.degrees();
        try (Picture upright = Shaping.turned(picture, degrees)) {
            return find(upright, stop).stream()
                    .map(box -> box.towards(0))
                    .filter(box -> box.runsAlong(0))
                    .map(box -> box.turnedBack(
                            degrees, picture.pixels().cols(), picture.pixels().rows()))
                    .filter(print::holds)
                    .toList();
        }
    }

    private List<TextLine> lines(DisplayedPage page, LineCutter cutter, Run run, StopSignal stop)
            throws ReadingStoppedException {
        Set<Integer> doubts = Doubts.among(run.readings());
        try (JobSpan span = JobSpan.part(ReadingStep.WITNESS.id()).with("paragon.lines", doubts.size())) {
            return lines(page, cutter, run, doubts, stop);
        }
    }

    private List<TextLine> lines(DisplayedPage page, LineCutter cutter, Run run, Set<Integer> doubts, StopSignal stop)
            throws ReadingStoppedException {
        List<TextLine> lines = new ArrayList<>();
        for (int i = 0; i < run.boxes().size(); i++) {
            LineBox box = run.boxes().get(i);
            LineReading reading = run.readings().get(i);
            if (Legibility.isPrint(reading)) {
                List<Witness> witnesses = new ArrayList<>(reading.witnesses());
                if (doubts.contains(i)) {
                    ask(cutter, box, stop).ifPresent(witnesses::add);
                }
                lines.add(page.line(box, reading, witnesses));
            }
        }
        return lines;
    }

    private Optional<Witness> ask(LineCutter cutter, LineBox box, StopSignal stop) throws ReadingStoppedException {
        try (Mat line = cutter.cut(box, LineRecogniser.width(box), LineRecogniser.HEIGHT)) {
            return metrics.timeOneOf(ReadingStep.WITNESS, () -> witness.read(line, stop));
        }
    }

    @Override
    public void close() {
        models.close();
        witness.close();
    }
}
