package pl.paragon.ocr.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pl.paragon.contracts.file.FileType;

/**
 * How many pixels a picture says it has, read from its header alone: what is decoded later needs memory by this number,
 * and a file of some kilobytes can claim gigabytes.
 *
 * @param width as stored, before EXIF turns it
 */
public record PictureSize(int width, int height) {

    private static final int RIFF_HEAD = 12;
    private static final int VP8X_HEAD = 4;
    private static final int ANIMATED = 0x02;
    private static final int VP8_START_CODE = 6;
    private static final int VP8L_SIGNATURE = 0x2F;
    private static final int GIF_SCREEN = 10;
    private static final int GIF_HAS_TABLE = 0x80;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_PICTURE = 0x2C;
    private static final int BMP_FILE_HEADER = 14;
    private static final int BMP_OLD_HEADER = 12;

    public long pixels() {
        return (long) width * height;
    }

    public int shorter() {
        return Math.min(width, height);
    }

    public int longer() {
        return Math.max(width, height);
    }

    /** Of kinds whose files hold one picture. Empty if the header is broken. */
    static Optional<PictureSize> of(Path file, FileType type) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            PictureSize size =
                    switch (type) {
                        case JPEG -> JpegHeader.read(in).map(JpegHeader::size).orElse(null);
                        case PNG -> png(in);
                        case WEBP -> webp(in);
                        case GIF -> gif(in);
                        case BMP -> bmp(in);
                        case JPEG2000, HEIC, AVIF, TIFF, PDF ->
                            throw new IllegalArgumentException(type + " has a header of its own");
                    };
            return size != null && size.width > 0 && size.height > 0 ? Optional.of(size) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static PictureSize png(DataInputStream in) throws IOException {
        in.skipNBytes(8 + 4);
        return in.readInt() == 0x49484452 ? new PictureSize(in.readInt(), in.readInt()) : null;
    }

    private static PictureSize webp(DataInputStream in) throws IOException {
        in.skipNBytes(RIFF_HEAD);
        byte[] chunk = in.readNBytes(4);
        if (chunk.length < 4) {
            return null;
        }
        in.skipNBytes(4);
        return switch (chunk[3]) {
            case 'X' -> {
                boolean animated = (in.readUnsignedByte() & ANIMATED) != 0;
                in.skipNBytes(VP8X_HEAD - 1);
                if (animated) {
                    yield null; // a decoder looks through all of its frames to show the first
                }
                int width = littleEndian(in, 3) + 1;
                yield new PictureSize(width, littleEndian(in, 3) + 1);
            }
            case 'L' -> {
                if (in.readUnsignedByte() != VP8L_SIGNATURE) {
                    yield null;
                }
                int bits = littleEndian(in, 4);
                yield new PictureSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            }
            case ' ' -> {
                in.skipNBytes(VP8_START_CODE);
                int width = littleEndian(in, 2) & 0x3FFF;
                yield new PictureSize(width, littleEndian(in, 2) & 0x3FFF);
            }
            default -> null;
        };
    }

    /** Of the first picture: of an animation, too, only that is shown. */
    private static PictureSize gif(DataInputStream in) throws IOException {
        in.skipNBytes(GIF_SCREEN);
        int flags = in.readUnsignedByte();
        in.skipNBytes(2 + colourTable(flags));
        int block = in.readUnsignedByte();
        while (block == GIF_EXTENSION) {
            in.skipNBytes(1);
            for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
                in.skipNBytes(length);
            }
            block = in.readUnsignedByte();
        }
        if (block != GIF_PICTURE) {
            return null;
        }
        in.skipNBytes(4);
        int width = littleEndian(in, 2);
        return new PictureSize(width, littleEndian(in, 2));
    }

    private static int colourTable(int flags) {
        return (flags & GIF_HAS_TABLE) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static PictureSize bmp(DataInputStream in) throws IOException {
        in.skipNBytes(BMP_FILE_HEADER);
        if (littleEndian(in, 4) == BMP_OLD_HEADER) {
            int width = littleEndian(in, 2);
            return new PictureSize(width, littleEndian(in, 2));
        }
        int width = littleEndian(in, 4);
        int height = littleEndian(in, 4); // negative if the first row is the upper one
        return new PictureSize(width, height == Integer.MIN_VALUE ? 0 : Math.abs(height));
    }

    private static int littleEndian(DataInputStream in, int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= in.readUnsignedByte() << 8 * i;
        }
        return value;
    }
}
