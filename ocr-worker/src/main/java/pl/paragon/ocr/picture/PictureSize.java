package pl.paragon.ocr.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    public long pixels() {
        return (long) width * height;
    }

    public int shorter() {
        return Math.min(width, height);
    }

    public int longer() {
        return Math.max(width, height);
    }

    /** Empty if the header is broken. */
    public static Optional<PictureSize> of(Path file, FileKind kind) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            PictureSize size =
                    switch (kind) {
                        case JPEG -> JpegHeader.read(in).map(JpegHeader::size).orElse(null);
                        case PNG -> png(in);
                        case WEBP -> webp(in);
                        case PDF -> throw new IllegalArgumentException("a PDF has pages, not a size");
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

    private static int littleEndian(DataInputStream in, int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= in.readUnsignedByte() << 8 * i;
        }
        return value;
    }
}
