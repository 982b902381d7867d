package pl.paragon.ocr.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.ocr.onnx.OnnxModel;
import pl.paragon.ocr.onnx.Planes;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Reads lines, some of like width at a time. A network that was trained on lines squeezed to half their width costs
 * half.
 */
public final class LineRecogniser {

    /** The height that the network was trained with. */
    public static final int HEIGHT = 48;

    private static final int NARROWEST = 4;
    private static final int WIDEST = 3200;
    /** Lines in a batch: more give nothing. */
    private static final int MOST_LINES = 4;
    /** Columns of pixels in a batch, all lines together: the network needs some fifteen kilobytes for each. */
    private static final int MOST_COLUMNS = 2400;

    private static final float[] HALF = {0.5f, 0.5f, 0.5f};

    private final OnnxModel model;
    private final CtcDecoder decoder;
    private final double share;

    /** @param share of its width to which a line is squeezed */
    public LineRecogniser(OnnxModel model, CtcDecoder decoder, double share) {
        this.model = model;
        this.decoder = decoder;
        this.share = share;
    }

    /** @return a reading for each box, in their order */
    public List<LineReading> read(LineCutter cutter, List<LineBox> boxes, StopSignal stop)
            throws ReadingStoppedException {
        List<Integer> byWidth = IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> columns(boxes.get(i))))
                .toList();
        LineReading[] readings = new LineReading[boxes.size()];
        int from = 0;
        while (from < boxes.size()) {
            stop.checkpoint();
            List<Integer> some = byWidth.subList(from, batchEnd(byWidth, boxes, from));
            List<LineReading> read =
                    readBatch(cutter, some.stream().map(boxes::get).toList());
            for (int k = 0; k < some.size(); k++) {
                readings[some.get(k)] = read.get(k);
            }
            from += some.size();
        }
        return List.of(readings);
    }

    /** As many lines as are allowed in a batch, all as wide as its last and widest. */
    private int batchEnd(List<Integer> byWidth, List<LineBox> boxes, int from) {
        int end = from + 1;
        while (end < byWidth.size()
                && end - from < MOST_LINES
                && columns(boxes.get(byWidth.get(end))) * (end + 1 - from) <= MOST_COLUMNS) {
            end++;
        }
        return end;
    }

    private List<LineReading> readBatch(LineCutter cutter, List<LineBox> boxes) throws ReadingStoppedException {
        int widest = boxes.stream().mapToInt(this::columns).max().orElseThrow();
        try (Planes planes = new Planes(boxes.size(), HEIGHT, widest)) {
            for (int k = 0; k < boxes.size(); k++) {
                try (Mat line = cutter.cut(boxes.get(k), columns(boxes.get(k)), HEIGHT)) {
                    planes.put(k, line, HALF, HALF);
                }
            }
            OnnxModel.Result result = model.run(planes.buffer(), boxes.size(), 3, HEIGHT, widest);
            int rows = (int) result.shape()[1];
            List<LineReading> readings = new ArrayList<>();
            for (int k = 0; k < boxes.size(); k++) {
                double steps = rows * (double) columns(boxes.get(k)) / widest;
                readings.add(decoder.decode(result.values(), k * rows * decoder.classes(), rows, steps));
            }
            return readings;
        }
    }

    private int columns(LineBox box) {
        return Math.max(NARROWEST, (int) Math.ceil(width(box) * share));
    }

    /** Of a line, not squeezed, at {@link #HEIGHT}. */
    public static int width(LineBox box) {
        return Math.clamp((int) Math.ceil(HEIGHT * (double) box.w() / box.h()), NARROWEST, WIDEST);
    }
}
