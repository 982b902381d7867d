package pl.paragon.ocr.picture;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What a JPEG 2000 codestream says of its cost.
 *
 * @param components planes of samples
 */
record Jpeg2000Header(PictureSize size, int components) {

    private static final int BOX_OF_CODESTREAM = 0x6A703263;
    private static final int START = 0xFF4F;
    private static final int SIZE = 0xFF51;
    private static final int MOST_BOXES = 1_000;
    private static final int MOST_COMPONENTS = 4;
    private static final long MOST_TILES = 4_096;

    /** Beside the samples of four bytes and their frame, the pixels that the frame is turned into. */
    long decodedBytes() {
        return size.pixels() * (components * 5L + 3);
    }

    /** Empty if the header is broken. */
    static Optional<Jpeg2000Header> read(DataInputStream in) throws IOException {
        int first = in.readInt();
        if (first >>> 16 == START) {
            return (first & 0xFFFF) == SIZE ? size(in) : Optional.empty();
        }
        long size = first & 0xFFFFFFFFL;
        int type = in.readInt();
        for (int i = 0; i < MOST_BOXES; i++) {
            long head = 8;
            if (size == 1) {
                size = in.readLong();
                head = 16;
            }
            if (type == BOX_OF_CODESTREAM) {
                return in.readUnsignedShort() == START && in.readUnsignedShort() == SIZE ? size(in) : Optional.empty();
            }
            if (size < head) {
                return Optional.empty();
            }
            in.skipNBytes(size - head);
            size = in.readInt() & 0xFFFFFFFFL;
            type = in.readInt();
        }
        return Optional.empty();
    }

    private static Optional<Jpeg2000Header> size(DataInputStream in) throws IOException {
        in.skipNBytes(2 + 2);
        long right = in.readInt() & 0xFFFFFFFFL;
        long bottom = in.readInt() & 0xFFFFFFFFL;
        long width = right - (in.readInt() & 0xFFFFFFFFL);
        long height = bottom - (in.readInt() & 0xFFFFFFFFL);
        long tileWidth = in.readInt() & 0xFFFFFFFFL;
        long tileHeight = in.readInt() & 0xFFFFFFFFL;
        in.skipNBytes(8);
        int components = in.readUnsignedShort();
        boolean sound = width > 0
                && height > 0
                && width <= Integer.MAX_VALUE
                && height <= Integer.MAX_VALUE
                && tileWidth > 0
                && tileHeight > 0
                && (right / tileWidth + 1) * (bottom / tileHeight + 1) <= MOST_TILES
                && components >= 1
                && components <= MOST_COMPONENTS;
        return sound
                ? Optional.of(new Jpeg2000Header(new PictureSize((int) width, (int) height), components))
                : Optional.empty();
    }
}
