package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.file.FileType;

/**
 * Transparent PNG and WebP pictures: which they are, and what they look like on white. OpenCV forgets the alpha, and
 * what is printed in it alone is lost; asked to keep it, OpenCV forgets how the picture is turned.
 *
 * @param orientation as the file says
 */
record Transparency(Orientation orientation) {

    private static final int GREY_WITH_ALPHA = 4;
    private static final int COLOUR_WITH_ALPHA = 6;
    private static final int PIXELS = 0x49444154;
    private static final int END = 0x49454E44;
    private static final int TRANSPARENT_COLOUR = 0x74524E53;
    private static final int PNG_EXIF = 0x65584966;
    private static final int WEBP_EXIF = 0x45584946;
    private static final int VP8X = 0x56503858;
    private static final int VP8L = 0x5650384C;
    private static final int VP8X_ALPHA = 0x10;
    private static final int VP8L_ALPHA = 0x10;
    private static final int MOST_EXIF = 1 << 16;
    private static final int WHITE = 255;

    /** Empty if nothing of the picture can be transparent. */
    static Optional<Transparency> of(Path file, FileType type) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return switch (type) {
                case PNG -> png(in);
                case WEBP -> webp(in);
                case JPEG, PDF, HEIC, AVIF, TIFF, GIF, BMP, JPEG2000 -> Optional.empty();
            };
        } catch (EOFException e) {
            return Optional.empty(); // the decoder will say so
        }
    }

    /** The chunks were {@linkplain PngChunks checked}; of those before the pixels one tells, EXIF may also follow. */
    private static Optional<Transparency> png(DataInputStream in) throws IOException {
        in.skipNBytes(8 + 8 + 9);
        int colour = in.readUnsignedByte();
        boolean transparent = colour == GREY_WITH_ALPHA || colour == COLOUR_WITH_ALPHA;
        in.skipNBytes(3 + 4);
        Orientation orientation = Orientation.UPRIGHT;
        while (true) {
            long length = in.readInt() & 0xFFFFFFFFL;
            int type = in.readInt();
            if (type == END || type == PIXELS && !transparent) {
                return transparent ? Optional.of(new Transparency(orientation)) : Optional.empty();
            }
            if (type == PNG_EXIF && length <= MOST_EXIF) {
                orientation = Orientation.ofExif(ByteBuffer.wrap(in.readNBytes((int) length)));
                in.skipNBytes(4);
                continue;
            }
            transparent |= type == TRANSPARENT_COLOUR;
            in.skipNBytes(length + 4);
        }
    }

    private static Optional<Transparency> webp(DataInputStream in) throws IOException {
        in.skipNBytes(12);
        int first = in.readInt();
        long length = Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
        if (first == VP8L) {
            in.skipNBytes(4);
            boolean transparent = (in.readUnsignedByte() & VP8L_ALPHA) != 0;
            return transparent ? Optional.of(new Transparency(Orientation.UPRIGHT)) : Optional.empty();
        }
        if (first != VP8X || (in.readUnsignedByte() & VP8X_ALPHA) == 0) {
            return Optional.empty();
        }
        in.skipNBytes(length + (length & 1) - 1);
        return Optional.of(new Transparency(webpOrientation(in)));
    }

    private static Orientation webpOrientation(DataInputStream in) throws IOException {
        try {
            while (true) {
                int type = in.readInt();
                long length = Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
                if (type == WEBP_EXIF && length <= MOST_EXIF) {
                    return Orientation.ofExif(ByteBuffer.wrap(in.readNBytes((int) length)));
                }
                in.skipNBytes(length + (length & 1));
            }
        } catch (EOFException e) {
            return Orientation.UPRIGHT;
        }
    }

    /** What a picture with an alpha of 8 or 16 bits looks like on white; one without an alpha is copied. */
    static Mat onWhite(Mat pixels) {
        if (pixels.channels() != 4) {
            return pixels.clone();
        }
        try (Mat eight = new Mat()) {
            pixels.convertTo(eight, CV_8UC4, pixels.depth() == CV_8U ? 1 : 1.0 / 257, 0);
            Mat result = new Mat(eight.rows(), eight.cols(), CV_8UC3);
            ByteBuffer from = eight.createBuffer();
            ByteBuffer to = result.createBuffer();
            byte[] row = new byte[eight.cols() * 4];
            byte[] opaque = new byte[eight.cols() * 3];
            while (from.hasRemaining()) {
                from.get(row);
                compose(row, opaque);
                to.put(opaque);
            }
            return result;
        }
    }

    private static void compose(byte[] row, byte[] opaque) {
        for (int x = 0, from = 0, to = 0; x < opaque.length / 3; x++, from += 4) {
            int alpha = row[from + 3] & 0xFF;
            for (int c = 0; c < 3; c++) {
                opaque[to++] = (byte) (((row[from + c] & 0xFF) * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
            }
        }
    }
}
