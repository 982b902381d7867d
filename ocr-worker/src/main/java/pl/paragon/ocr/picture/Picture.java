package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pixels in native memory, blue, green and red, upright as EXIF says; to be closed. */
public final class Picture implements AutoCloseable {

    private static final int SKETCH = 256;

    private final Mat pixels;
    private final int width;
    private final int height;

    /**
     * @param pixels owned by the picture from now on
     * @param width of the picture as displayed, whatever size {@code pixels} were decoded at
     */
    public Picture(Mat pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    public static Picture of(Mat pixels) {
        return new Picture(pixels, pixels.cols(), pixels.rows());
    }

    /** The pixels, owned by the picture. */
    public Mat pixels() {
        return pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** How many pixels of the picture as displayed one decoded pixel stands for; 1 or more. */
    public double scale() {
        return (double) width / pixels.cols();
    }

    /** How bright its brightest tenth is, 0–255: paper in good light is above 150, in the dark below 60. */
    public int brightness() {
        double shrink = Math.min(1, (double) SKETCH / Math.max(pixels.cols(), pixels.rows()));
        Size size = new Size(Math.max(1, (int) (pixels.cols() * shrink)), Math.max(1, (int) (pixels.rows() * shrink)));
        try (Mat small = new Mat();
                Mat grey = new Mat();
                size) {
            resize(pixels, small, size, 0, 0, INTER_AREA);
            cvtColor(small, grey, COLOR_BGR2GRAY);
            return brightestTenth(grey.createBuffer());
        }
    }

    private static int brightestTenth(ByteBuffer grey) {
        int[] histogram = new int[256];
        int all = grey.remaining();
        while (grey.hasRemaining()) {
            histogram[grey.get() & 0xFF]++;
        }
        int above = 0;
        int level = 255;
        while (level > 0 && (above += histogram[level]) * 10 < all) {
            level--;
        }
        return level;
    }

    @Override
    public void close() {
        pixels.close();
    }
}
