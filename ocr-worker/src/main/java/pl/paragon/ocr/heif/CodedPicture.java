package pl.paragon.ocr.heif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * One picture as a codec knows it: a whole photograph, or one tile of it.
 *
 * @param codec whose data it is
 * @param width of what the decoder must give, as the container says
 * @param configuration for the decoder: the content of the {@code hvcC} or {@code av1C} box
 * @param extents where the data lie in the file, in their order
 */
public record CodedPicture(Codec codec, int width, int height, byte[] configuration, List<Extent> extents) {

    /** The codecs of HEIC and of AVIF. */
    public enum Codec {
        HEVC,
        AV1
    }

    /** A stretch of the file. */
    public record Extent(long offset, int length) {}

    public long pixels() {
        return (long) width * height;
    }

    /** The coded data. */
    public byte[] data(FileChannel file) throws IOException, HeifException {
        int length = 0;
        for (Extent extent : extents) {
            length = Math.addExact(length, extent.length());
        }
        ByteBuffer data = ByteBuffer.allocate(length);
        for (Extent extent : extents) {
            data.limit(data.position() + extent.length());
            long at = extent.offset();
            while (data.hasRemaining()) {
                int read = file.read(data, at);
                if (read < 0) {
                    throw HeifException.broken("data end early");
                }
                at += read;
            }
        }
        return data.array();
    }
}
