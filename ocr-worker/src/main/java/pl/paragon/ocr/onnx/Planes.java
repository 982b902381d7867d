package pl.paragon.ocr.onnx;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** A model's input in native memory: pictures of one size, each as a plane of blue, green and red; to be closed. */
public final class Planes implements AutoCloseable {

    private static final int CHANNELS = 3;

    private final int height;
    private final Mat values;

    /** All zeros. */
    public Planes(int pictures, int height, int width) {
        this.height = height;
        this.values = Mat.zeros(pictures * CHANNELS * height, width, CV_32F).asMat();
    }

    /**
     * Writes a picture into the upper left corner of its planes.
     *
     * @param pixels blue, green, red; as high as the planes, and not wider
     * @param mean of each channel where full is 1
     * @param deviation of each channel
     */
    public void put(int picture, Mat pixels, float[] mean, float[] deviation) {
        try (Mat channel = new Mat()) {
            for (int c = 0; c < CHANNELS; c++) {
                extractChannel(pixels, channel, c);
                try (Rect place = new Rect(0, (picture * CHANNELS + c) * height, pixels.cols(), pixels.rows());
                        Mat plane = new Mat(values, place)) {
                    channel.convertTo(plane, CV_32F, 1 / (255.0 * deviation[c]), -mean[c] / deviation[c]);
                }
            }
        }
    }

    public FloatBuffer buffer() {
        return values.createBuffer();
    }

    @Override
    public void close() {
        values.close();
    }
}
