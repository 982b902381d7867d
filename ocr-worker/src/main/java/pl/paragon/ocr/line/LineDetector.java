package pl.paragon.ocr.line;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_SIMPLE;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_LIST;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.boundingRect;
import static org.bytedeco.opencv.global.opencv_imgproc.drawContours;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.minAreaRect;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import pl.paragon.ocr.onnx.OnnxModel;
import pl.paragon.ocr.onnx.Planes;
import pl.paragon.ocr.reading.OneAtATime;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Finds lines of print: the detector's map of probabilities, its islands, their smallest rectangles, grown by what the
 * network was trained to shrink them (differentiable binarisation). The numbers are those it was trained and measured
 * with.
 */
public final class LineDetector {

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** Probability from which a pixel is print. */
    private static final double INK = 0.3;
    /** Mean probability from which an island is a line. */
    private static final double LINE = 0.5;
    /** An island grows by this × area / perimeter on each side. */
    private static final float GROWTH = 1.6f;

    private static final int THINNEST = 3;
    private static final int FEWEST_CORNERS = 4;
    private static final double NEARLY_SQUARE = 1.3;

    private final OnnxModel model;
    private final OneAtATime looks = new OneAtATime();

    public LineDetector(OnnxModel model) {
        this.model = model;
    }

    /**
     * Looks at half the size first, which costs a quarter, and closer only if the print is small.
     *
     * @param pixels blue, green, red
     * @return rectangles in pixels of {@code pixels}, their text running to the right or down
     */
    public List<LineBox> find(Mat pixels, StopSignal stop) throws ReadingStoppedException {
        DetectorView whole = DetectorView.of(pixels.cols(), pixels.rows());
        DetectorView view = whole.half();
        List<LineBox> lines = lines(pixels, view, stop);
        if (!PrintSize.of(lines).isLargeEnough() || lines.stream().anyMatch(LineDetector::liesOnItsSide)) {
            view = whole;
            lines = lines(pixels, view, stop);
        }
        double x = (double) pixels.cols() / view.width();
        double y = (double) pixels.rows() / view.height();
        return lines.stream().map(line -> line.scaled(x, y)).toList();
    }

    /** Its ends are missed if they are not looked at closely. */
    private static boolean liesOnItsSide(LineBox line) {
        return line.tellsDirection() && !line.runsAlong(0);
    }

    /** In pixels of the view. */
    private List<LineBox> lines(Mat pixels, DetectorView view, StopSignal stop) throws ReadingStoppedException {
        try (Mat map = map(pixels, view, stop);
                Mat ink = new Mat();
                Mat mask = new Mat();
                MatVector islands = new MatVector();
                Mat hierarchy = new Mat()) {
            threshold(map, ink, INK, 255, THRESH_BINARY);
            ink.convertTo(mask, CV_8U);
            findContours(mask, islands, hierarchy, RETR_LIST, CHAIN_APPROX_SIMPLE);
            List<LineBox> found = new ArrayList<>();
            for (long i = 0; i < islands.size(); i++) {
                try (Mat island = islands.get(i)) {
                    box(map, island).ifPresent(found::add);
                }
            }
            return found;
        }
    }

    /** The probability of print for each pixel of the view, put together from its bands. */
    private Mat map(Mat pixels, DetectorView view, StopSignal stop) throws ReadingStoppedException {
        Mat map = Mat.zeros(view.height(), view.width(), CV_32F).asMat();
        try (Mat scaled = new Mat();
                Size size = new Size(view.width(), view.height())) {
            resize(pixels, scaled, size);
            for (DetectorView.Band band : view.bands()) {
                lookAt(scaled, band, map, stop);
            }
            return map;
        } catch (ReadingStoppedException | RuntimeException e) {
            map.close();
            throw e;
        }
    }

    private void lookAt(Mat scaled, DetectorView.Band band, Mat map, StopSignal stop) throws ReadingStoppedException {
        int height = band.end() - band.top();
        int width = scaled.cols();
        try (Mat rows = scaled.rowRange(band.top(), band.end());
                Planes planes = new Planes(1, height, width);
                Mat result = new Mat(height, width, CV_32F)) {
            planes.put(0, rows, MEAN, DEVIATION);
            boolean entered = looks.enter(stop);
            try {
                model.run(planes.buffer(), new long[] {1, 3, height, width}, result.createBuffer(), new long[] {
                    1, 1, height, width
                });
            } finally {
                looks.leave(entered);
            }
            try (Mat counted = result.rowRange(band.from() - band.top(), band.to() - band.top());
                    Mat place = map.rowRange(band.from(), band.to())) {
                max(place, counted, place);
            }
        }
    }

    /** Empty if the island is no line. */
    private static Optional<LineBox> box(Mat map, Mat island) {
        if (island.rows() < FEWEST_CORNERS) {
            return Optional.empty();
        }
        try (RotatedRect r = minAreaRect(island)) {
            float w = r.size().width();
            float h = r.size().height();
            if (Math.min(w, h) < THINNEST || probability(map, island) < LINE) {
                return Optional.empty();
            }
            float growth = w * h * GROWTH / (w + h);
            return Optional.of(alongTheText(r.center().x(), r.center().y(), w + growth, h + growth, r.angle()));
        }
    }

    private static double probability(Mat map, Mat island) {
        try (Rect around = boundingRect(island);
                Mat part = new Mat(map, around);
                Mat mask = Mat.zeros(around.height(), around.width(), CV_8U).asMat();
                MatVector one = new MatVector(island);
                Mat none = new Mat();
                Scalar full = new Scalar(255);
                Point offset = new Point(-around.x(), -around.y())) {
            drawContours(mask, one, 0, full, -1, LINE_8, none, 0, offset);
            try (Scalar mean = mean(part, mask)) {
                return mean.get(0);
            }
        }
    }

    private static LineBox alongTheText(float cx, float cy, float w, float h, float angle) {
        boolean nearlySquare = h / w < NEARLY_SQUARE && Math.abs(angle) < 45;
        boolean upright = w < h && !nearlySquare;
        double turned = upright ? angle + 90 : angle;
        while (turned > 90) {
            turned -= 180;
        }
        while (turned <= -90) {
            turned += 180;
        }
        return new LineBox(cx, cy, upright ? h : w, upright ? w : h, (float) turned);
    }
}
