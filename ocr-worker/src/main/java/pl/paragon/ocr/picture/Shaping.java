package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.sumElems;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_BLACKHAT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_TOPHAT;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Shapes pictures: scaled, grey, dark print on light ground. */
public final class Shaping {

    /** Strokes of print are thinner than this if the page is about a thousand pixels wide. */
    private static final int STROKE = 15;

    private static final int SKETCH = 1000;

    private Shaping() {}

    /** The same picture with at most so many pixels decoded. */
    static Picture reduced(Picture picture, long pixels) {
        Mat whole = picture.pixels();
        double factor = Math.min(1, Math.sqrt((double) pixels / ((double) whole.cols() * whole.rows())));
        return new Picture(scaled(whole, factor), picture.width(), picture.height());
    }

    /**
     * A new picture, its print running to the right.
     *
     * @param degrees in which direction the print runs in {@code picture}: 90, 180 or 270 clockwise
     */
    public static Picture turned(Picture picture, int degrees) {
        Mat upright = new Mat();
        rotate(
                picture.pixels(),
                upright,
                switch (degrees) {
                    case 90 -> ROTATE_90_COUNTERCLOCKWISE;
                    case 180 -> ROTATE_180;
                    case 270 -> ROTATE_90_CLOCKWISE;
                    default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
                });
        boolean sideways = degrees != 180;
        return new Picture(
                upright, sideways ? picture.height() : picture.width(), sideways ? picture.width() : picture.height());
    }

    /** A new, scaled copy. */
    public static Mat scaled(Mat pixels, double factor) {
        Mat result = new Mat();
        try (Size size = new Size(Math.max(1, (int) Math.round(pixels.cols() * factor)), Math.max(1, (int)
                Math.round(pixels.rows() * factor)))) {
            resize(pixels, result, size, 0, 0, factor < 1 ? INTER_AREA : INTER_CUBIC);
        }
        return result;
    }

    /** A new picture of one channel. */
    public static Mat grey(Mat pixels) {
        Mat result = new Mat();
        if (pixels.channels() == 1) {
            pixels.copyTo(result);
        } else {
            cvtColor(pixels, result, COLOR_BGR2GRAY);
        }
        return result;
    }

    /** Turns light print on dark ground, as in screenshots of apps, into dark on light, in place. */
    public static void darkOnLight(Mat grey) {
        if (isLightOnDark(grey)) {
            bitwise_not(grey, grey);
        }
    }

    /**
     * Whether the print is light: thin light strokes (what the top-hat leaves) outweigh thin dark ones. A photograph of
     * white paper on a dark table is mostly dark too, but its strokes are not light.
     */
    static boolean isLightOnDark(Mat grey) {
        double factor = Math.min(1, (double) SKETCH / Math.min(grey.cols(), grey.rows()));
        try (Mat small = scaled(grey, factor);
                Size stroke = new Size(STROKE, STROKE);
                Mat element = getStructuringElement(MORPH_RECT, stroke)) {
            return strokes(small, MORPH_TOPHAT, element) > strokes(small, MORPH_BLACKHAT, element);
        }
    }

    private static double strokes(Mat grey, int operation, Mat element) {
        try (Mat strokes = new Mat()) {
            morphologyEx(grey, strokes, operation, element);
            try (Scalar sum = sumElems(strokes)) {
                return sum.get(0);
            }
        }
    }
}
