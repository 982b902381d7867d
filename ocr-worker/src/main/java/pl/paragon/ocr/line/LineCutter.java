package pl.paragon.ocr.line;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.DoubleBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts lines out of a picture, straight and of one height. Large print is cut from halves of the picture, made once: it
 * would lose strokes if it were shrunk in one step.
 */
public final class LineCutter implements AutoCloseable {

    private static final int LEVELS = 4;

    private final Mat[] levels = new Mat[LEVELS];

    /** @param pixels stay the caller's */
    public LineCutter(Mat pixels) {
        levels[0] = pixels;
    }

    /** A picture of the line, {@code height} pixels high; to be closed. */
    public Mat cut(LineBox box, int width, int height) {
        int level = 0;
        while (level < LEVELS - 1 && box.h() / (1 << level) >= 2 * height) {
            level++;
        }
        double shrink = 1.0 / (1 << level);
        Mat result = new Mat();
        try (Mat turn = new Mat(2, 3, CV_64F);
                Size size = new Size(width, height);
                Scalar black = new Scalar(0)) {
            DoubleBuffer numbers = turn.createBuffer();
            numbers.put(toPicture(box, width, height, shrink));
            warpAffine(level(level), result, turn, size, INTER_CUBIC | WARP_INVERSE_MAP, BORDER_REPLICATE, black);
        }
        return result;
    }

    private static final int WARP_INVERSE_MAP = 16;

    /** Where in the picture a pixel of the line's picture lies: x = a·u + b·v + c, y = d·u + e·v + f. */
    private static double[] toPicture(LineBox box, int width, int height, double shrink) {
        double angle = Math.toRadians(box.angle());
        double along = box.w() * shrink / width;
        double across = box.h() * shrink / height;
        double a = Math.cos(angle) * along;
        double b = -Math.sin(angle) * across;
        double d = Math.sin(angle) * along;
        double e = Math.cos(angle) * across;
        double u = (width - 1) / 2.0;
        double v = (height - 1) / 2.0;
        double x = (box.cx() + 0.5) * shrink - 0.5;
        double y = (box.cy() + 0.5) * shrink - 0.5;
        return new double[] {a, b, x - a * u - b * v, d, e, y - d * u - e * v};
    }

    private Mat level(int level) {
        if (levels[level] == null) {
            Mat finer = level(level - 1);
            Mat half = new Mat();
            try (Size size = new Size(Math.max(1, finer.cols() / 2), Math.max(1, finer.rows() / 2))) {
                resize(finer, half, size, 0, 0, INTER_AREA);
            }
            levels[level] = half;
        }
        return levels[level];
    }

    @Override
    public void close() {
        for (int i = 1; i < LEVELS; i++) {
            if (levels[i] != null) {
                levels[i].close();
            }
        }
    }
}
