package pl.paragon.ocr.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.stage.StageException;

/**
 * A walk over a PNG's chunks before libpng sees them: it allocates what a chunk says of its length, inflates all pixel
 * data whether the picture has room for them or not, and inflates texts and profiles that nobody reads.
 */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int HEADER = 0x49484452;
    private static final int PIXELS = 0x49444154;
    private static final int END = 0x49454E44;
    private static final int PROFILE = 0x69434350;
    private static final int TEXT = 0x7A545874;
    private static final int INTERNATIONAL_TEXT = 0x69545874;

    /** Beside those with pixels; a camera's or a scanner's file has some ten. */
    private static final int MOST_CHUNKS = 500;
    /** Chunks that may be compressed: each can be inflated to eight megabytes. */
    private static final int MOST_COMPRESSED = 8;
    /** Rows of an interlaced picture are padded and filtered in each of seven passes. */
    private static final long SLACK = 1 << 16;

    private final long fileLength;
    private final long mostBytes;

    private PngChunks(long fileLength, long mostBytes) {
        this.fileLength = fileLength;
        this.mostBytes = mostBytes;
    }

    /**
     * @param mostBytes of the decoded picture, in its own depth and channels
     * @throws StageException {@link ErrorCode#IMAGE_CORRUPT} or {@link ErrorCode#IMAGE_TOO_LARGE}
     */
    static void check(Path file, long mostBytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                Inflater pixels = new Inflater()) {
            new PngChunks(Files.size(file), mostBytes).walk(in, pixels);
        } catch (EOFException e) {
            throw new StageException(ErrorCode.IMAGE_CORRUPT);
        }
    }

    private void walk(DataInputStream in, Inflater pixels) throws IOException {
        in.skipNBytes(SIGNATURE);
        long room = 0;
        long inflated = 0;
        int chunks = 0;
        int compressed = 0;
        while (true) {
            long length = in.readInt() & 0xFFFFFFFFL;
            int type = in.readInt();
            requireSound(length <= fileLength, "chunk_length", length);
            requireSound((type == HEADER) == (room == 0), "headers", 2);
            switch (type) {
                case HEADER -> room = room(in, length);
                case PIXELS -> inflated += inflate(in.readNBytes((int) length), pixels, room - inflated);
                case END -> {
                    return;
                }
                default -> {
                    chunks++;
                    boolean inflatable = type == PROFILE || type == TEXT || type == INTERNATIONAL_TEXT;
                    compressed += inflatable ? 1 : 0;
                    requireSound(chunks <= MOST_CHUNKS && compressed <= MOST_COMPRESSED, "chunks", chunks);
                    in.skipNBytes(length);
                }
            }
            in.skipNBytes(4);
        }
    }

    private long room(DataInputStream in, long length) throws IOException {
        requireSound(length == 13, "header_length", length);
        long width = in.readInt();
        long height = in.readInt();
        int depth = in.readUnsignedByte();
        int channels =
                switch (in.readUnsignedByte()) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        in.skipNBytes(3);
        long bytes = (width * depth * channels / 8 + 2) * height;
        if (bytes > mostBytes) {
            throw new StageException(
                    ErrorCode.IMAGE_TOO_LARGE,
                    Map.of("decoded_bytes", String.valueOf(bytes), "limit", String.valueOf(mostBytes)));
        }
        return bytes + bytes / 4 + SLACK;
    }

    private static long inflate(byte[] data, Inflater pixels, long room) {
        byte[] sink = new byte[1 << 14];
        long inflated = 0;
        pixels.setInput(data);
        try {
            while (!pixels.needsInput() && !pixels.finished() && !pixels.needsDictionary()) {
                inflated += pixels.inflate(sink);
                requireSound(inflated <= room, "more_pixels_than_fit", inflated);
            }
        } catch (DataFormatException e) {
            throw new StageException(ErrorCode.IMAGE_CORRUPT);
        }
        return inflated;
    }

    private static void requireSound(boolean sound, String measure, long value) {
        if (!sound) {
            throw new StageException(ErrorCode.IMAGE_CORRUPT, Map.of(measure, String.valueOf(value)));
        }
    }
}
