package pl.paragon.benchmarks.uploads;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;

/**
 * A JPEG file of a given size: a picture with comments of random bytes at its beginning, which readers pass over. The
 * first eight of them are free to be overwritten, so that no two files are the same. If the picture does not fit,
 * the file has none: its first bytes say that it is a JPEG, and no reader gets further.
 */
public record PaddedJpeg(byte[] bytes) {

    private static final int START = 0xFFD8;
    private static final int COMMENT = 0xFFFE;
    private static final int MARKER = 2;
    private static final int LENGTH = 2;
    /** What a comment takes beside its text. */
    private static final int FRAME = MARKER + LENGTH;

    private static final int LONGEST = 65_535 - LENGTH;

    /** Where the eight bytes are. */
    static final int DISTINCT_AT = MARKER + FRAME;

    /** What is there: different in each run, counted up. */
    private static final AtomicLong DISTINCT = new AtomicLong(UUID.randomUUID().getMostSignificantBits());

    /** The shortest file: its start, and one comment of eight bytes. */
    static final int LEAST = DISTINCT_AT + Long.BYTES;

    /** Of all pictures that fit; of none if none does. */
    static List<PaddedJpeg> of(List<byte[]> pictures, int size) {
        List<byte[]> fitting = pictures.stream()
                .filter(picture -> picture.length + FRAME + Long.BYTES <= size)
                .toList();
        return (fitting.isEmpty() ? pictures.subList(0, 1) : fitting)
                .stream().map(picture -> of(picture, size)).toList();
    }

    /** @param picture a JPEG file */
    public static PaddedJpeg of(byte[] picture, int size) {
        ByteBuffer source = ByteBuffer.wrap(picture);
        if (source.remaining() < MARKER || (source.getShort() & 0xFFFF) != START) {
            throw new IllegalArgumentException("not a JPEG file");
        }
        boolean fits = picture.length + FRAME + Long.BYTES <= size;
        ByteBuffer file = ByteBuffer.allocate(size).putShort((short) START);
        SplittableRandom random = new SplittableRandom(size);
        for (int left = size - MARKER - (fits ? source.remaining() : 0); left > 0; ) {
            int text = Math.min(left - FRAME, LONGEST);
            int after = left - FRAME - text;
            if (after > 0 && after < FRAME) {
                // What is left must have room for another comment.
                text -= FRAME;
            }
            byte[] noise = new byte[text];
            random.nextBytes(noise);
            file.putShort((short) COMMENT).putShort((short) (text + LENGTH)).put(noise);
            left -= FRAME + text;
        }
        if (fits) {
            file.put(source);
        }
        return new PaddedJpeg(file.array());
    }

    /** An upload of this file, which is like no other one. */
    public UploadRequest upload(Target target) {
        UploadRequest request = new UploadRequest(target, "receipt.jpg", bytes);
        makeDistinct(request);
        return request;
    }

    /** Makes an upload, which may have been sent, like no other one again. */
    static void makeDistinct(UploadRequest upload) {
        upload.put(DISTINCT_AT, DISTINCT.getAndIncrement());
    }
}
