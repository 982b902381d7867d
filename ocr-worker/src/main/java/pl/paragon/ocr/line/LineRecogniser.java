package pl.paragon.ocr.line;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.ocr.onnx.OnnxModel;
import pl.paragon.ocr.onnx.Planes;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Reads lines, one at a time: in a batch all are as wide as the widest, and that costs more than it saves. A network
 * that was trained on lines squeezed to half their width costs half.
 */
public final class LineRecogniser {

    /** The height that the network was trained with. */
    public static final int HEIGHT = 48;

    private static final int NARROWEST = 4;
    private static final int WIDEST = 3200;
    /**
     * Columns of nothing behind a line, as in training. Without them its last character is left out or taken for
     * another, with a high probability.
     */
    private static final int ROOM = 8;

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
        List<LineReading> readings = new ArrayList<>();
        for (LineBox box : boxes) {
            stop.checkpoint();
            readings.add(read(cutter, box));
        }
        return readings;
    }

    private LineReading read(LineCutter cutter, LineBox box) throws ReadingStoppedException {
        int columns = columns(box);
        try (Planes planes = new Planes(1, HEIGHT, columns + ROOM);
                Mat line = cutter.cut(box, columns, HEIGHT)) {
            planes.put(0, line, HALF, HALF);
            OnnxModel.Result result = model.run(planes.buffer(), 1, 3, HEIGHT, columns + ROOM);
            int rows = (int) result.shape()[1];
            return decoder.decode(result.values(), 0, rows, rows * (double) columns / (columns + ROOM));
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
