package pl.paragon.ocr.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages of a TIFF file, from its directories, which are a chain that a hostile file makes endless. */
final class TiffPages {

    private static final int WHAT = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int SAMPLES = 277;
    private static final int ROWS_OF_STRIP = 278;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int REDUCED = 1;
    private static final int MOST_ENTRIES = 4_096;
    private static final int ENTRY = 12;

    private TiffPages() {}

    /**
     * @param index of its directory
     * @param rowBytes of one decoded row
     * @param together rows that cannot be decoded but together
     */
    record Page(int index, PictureSize size, Orientation orientation, long rowBytes, long together) {

        /** A band of rows as the file keeps them, and as a picture. */
        long decodedBytes() {
            return 2 * rowBytes * Math.min(together, size.height());
        }
    }

    /**
     * Pages of the document; the small pictures of them that some programs add are none.
     *
     * @param most more directories are not followed
     * @return empty if the file is broken, at most {@code most + 1}
     */
    static List<Page> of(Path file, int most) throws IOException {
        List<Page> pages = new ArrayList<>();
        try (FileChannel in = FileChannel.open(file)) {
            ByteBuffer head = bytes(in, 0, 8);
            ByteOrder order = head.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            long next = head.order(order).getInt(4) & 0xFFFFFFFFL;
            for (int index = 0; next != 0 && pages.size() <= most && index <= 2 * most; index++) {
                int entries = bytes(in, next, 2).order(order).getShort() & 0xFFFF;
                if (entries > MOST_ENTRIES) {
                    return List.of();
                }
                ByteBuffer directory = bytes(in, next + 2, entries * ENTRY + 4).order(order);
                if ((value(directory, entries, WHAT, 0) & REDUCED) == 0) {
                    Page page = page(in, directory, entries, index);
                    if (page.size().width() <= 0 || page.size().height() <= 0) {
                        return List.of();
                    }
                    pages.add(page);
                }
                next = directory.getInt(entries * ENTRY) & 0xFFFFFFFFL;
            }
        } catch (EOFException | ArithmeticException e) {
            return List.of();
        }
        return pages;
    }

    private static Page page(FileChannel in, ByteBuffer directory, int entries, int index) throws IOException {
        int width = Math.toIntExact(value(directory, entries, WIDTH, 0));
        int height = Math.toIntExact(value(directory, entries, HEIGHT, 0));
        long samples = Math.min(value(directory, entries, SAMPLES, 1), 64);
        long bits = Math.min(bits(in, directory, entries), 64);
        long tileWidth = value(directory, entries, TILE_WIDTH, 0);
        long columns = Math.max(width, tileWidth);
        long together = tileWidth > 0
                ? value(directory, entries, TILE_HEIGHT, height)
                : value(directory, entries, ROWS_OF_STRIP, height);
        Orientation orientation = Orientation.of((int) value(directory, entries, Orientation.TAG, 1));
        // A whole tile is decoded though the picture may end inside it.
        long rows = tileWidth > 0 ? Math.max(1, together * columns / Math.max(1, width)) : together;
        return new Page(index, new PictureSize(width, height), orientation, (columns * samples * bits + 7) / 8, rows);
    }

    /** Of one sample; several are listed elsewhere if they do not fit into the entry. */
    private static long bits(FileChannel in, ByteBuffer directory, int entries) throws IOException {
        for (int at = 0; at < entries * ENTRY; at += ENTRY) {
            if ((directory.getShort(at) & 0xFFFF) == BITS && directory.getInt(at + 4) > 2) {
                long offset = directory.getInt(at + 8) & 0xFFFFFFFFL;
                return bytes(in, offset, 2).order(directory.order()).getShort() & 0xFFFF;
            }
        }
        return value(directory, entries, BITS, 1);
    }

    private static long value(ByteBuffer directory, int entries, int tag, long missing) {
        for (int at = 0; at < entries * ENTRY; at += ENTRY) {
            if ((directory.getShort(at) & 0xFFFF) == tag) {
                return switch (directory.getShort(at + 2)) {
                    case SHORT -> directory.getShort(at + 8) & 0xFFFF;
                    case LONG -> directory.getInt(at + 8) & 0xFFFFFFFFL;
                    default -> missing;
                };
            }
        }
        return missing;
    }

    private static ByteBuffer bytes(FileChannel in, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (in.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
