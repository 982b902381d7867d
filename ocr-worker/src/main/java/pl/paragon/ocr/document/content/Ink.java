package pl.paragon.ocr.document.content;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.text.Box;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.Shaping;

/** Whether anything can be seen at a place of a drawn page. */
public final class Ink implements AutoCloseable {

    /** Of 255: pale grey print on white has some 60, the ripples of a JPEG 20. */
    private static final int CONTRAST = 36;

    private final Mat grey;
    private final ByteBuffer pixels;
    private final double scale;

    Ink(Picture picture) {
        this.grey = Shaping.grey(picture.pixels());
        this.pixels = grey.createBuffer();
        this.scale = picture.scale();
    }

    /** Whether the picture is of one shade. */
    public static boolean isNoneIn(Picture picture) {
        try (Ink ink = new Ink(picture)) {
            return !ink.isSeen(new Box(0, 0, picture.width(), picture.height()));
        }
    }

    boolean isSeen(Box box) {
        int left = clamped(box.x(), grey.cols());
        int right = clamped(box.x() + box.w(), grey.cols());
        int top = clamped(box.y(), grey.rows());
        int bottom = clamped(box.y() + box.h(), grey.rows());
        int darkest = 255;
        int brightest = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int value = pixels.get(y * grey.cols() + x) & 0xFF;
                darkest = Math.min(darkest, value);
                brightest = Math.max(brightest, value);
            }
        }
        return brightest - darkest >= CONTRAST;
    }

    private int clamped(int coordinate, int pixels) {
        return (int) Math.clamp(Math.round(coordinate / scale), 0, pixels - 1);
    }

    @Override
    public void close() {
        grey.close();
    }
}
