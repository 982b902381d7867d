package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.opencv.opencv_core.Mat;

/** How stored pixels are turned to be seen upright, by the numbers of EXIF and TIFF. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    MIRRORED_UPSIDE_DOWN,
    TRANSPOSED,
    QUARTER_CLOCKWISE,
    TRANSVERSED,
    QUARTER_COUNTERCLOCKWISE;

    static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int MOST_ENTRIES = 1_000;
    private static final int LEFT_AND_RIGHT = 1;
    private static final int TOP_AND_BOTTOM = 0;

    /** By its number, from 1; whatever else it says, the pixels are taken as they are. */
    static Orientation of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** As an EXIF block says, which is a TIFF file without pixels. */
    static Orientation ofExif(ByteBuffer exif) {
        try {
            ByteBuffer tiff = exif.slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            tiff.position(tiff.getInt(4));
            int entries = Math.min(tiff.getShort() & 0xFFFF, MOST_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int at = tiff.position() + 12 * i;
                if ((tiff.getShort(at) & 0xFFFF) == TAG && tiff.getShort(at + 2) == SHORT) {
                    return of(tiff.getShort(at + 8) & 0xFFFF);
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // as every viewer does
        }
        return UPRIGHT;
    }

    private boolean swapsSides() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    /** The same picture upright; takes {@code stored} over. */
    Picture applied(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        Mat upright = new Mat();
        try (stored) {
            Mat pixels = stored.pixels();
            switch (this) {
                case UPRIGHT -> {}
                case MIRRORED -> flip(pixels, upright, LEFT_AND_RIGHT);
                case UPSIDE_DOWN -> rotate(pixels, upright, ROTATE_180);
                case MIRRORED_UPSIDE_DOWN -> flip(pixels, upright, TOP_AND_BOTTOM);
                case TRANSPOSED -> {
                    rotate(pixels, upright, ROTATE_90_CLOCKWISE);
                    flip(upright, upright, LEFT_AND_RIGHT);
                }
                case QUARTER_CLOCKWISE -> rotate(pixels, upright, ROTATE_90_CLOCKWISE);
                case TRANSVERSED -> {
                    rotate(pixels, upright, ROTATE_90_COUNTERCLOCKWISE);
                    flip(upright, upright, LEFT_AND_RIGHT);
                }
                case QUARTER_COUNTERCLOCKWISE -> rotate(pixels, upright, ROTATE_90_COUNTERCLOCKWISE);
            }
            return swapsSides()
                    ? new Picture(upright, stored.height(), stored.width())
                    : new Picture(upright, stored.width(), stored.height());
        }
    }
}
