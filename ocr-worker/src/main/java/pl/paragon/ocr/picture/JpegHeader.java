package pl.paragon.ocr.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a JPEG says of its cost: its size, its colours, and how often a decoder goes over all of its blocks.
 *
 * @param size as stored, before EXIF turns it
 * @param components 1 for grey, 3 for colour, 4 for CMYK
 * @param scans of a progressive picture, each of which visits every block again; 0 for a baseline one
 * @param complete whether its data ends where a JPEG says that it ends; decoders show what there is and fill the rest
 */
public record JpegHeader(PictureSize size, int components, int scans, boolean complete) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_RESTART = 0xD0;
    private static final int START = 0xD8;
    private static final int PROGRESSIVE = 0xC2;
    private static final int PROGRESSIVE_ARITHMETIC = 0xCA;

    /** All blocks of a progressive picture are kept in memory, which takes as long as this many scans. */
    private static final int KEEPING = 40;

    /** Pixels that the decoder visits, each scan of a progressive picture counted. */
    public long visitedPixels() {
        return scans == 0 ? size.pixels() : size.pixels() * (KEEPING + scans);
    }

    /**
     * Reads the markers as the decoder does, and no more leniently: a marker that is taken for something else here
     * could hide the real size.
     *
     * @return empty if the header is broken
     */
    public static Optional<JpegHeader> read(InputStream file) throws IOException {
        try {
            return Optional.ofNullable(read(new DataInputStream(new BufferedInputStream(file, 1 << 16))));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static JpegHeader read(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        while (true) {
            int marker = marker(in);
            if (marker < 0 || marker == START_OF_SCAN || isBare(marker)) {
                return null;
            }
            int length = in.readUnsignedShort();
            if (isFrame(marker)) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                int width = in.readUnsignedShort();
                int components = in.readUnsignedByte();
                if (length != 8 + 3 * components || width == 0 || height == 0) {
                    return null;
                }
                in.skipNBytes(3L * components);
                boolean progressive = marker == PROGRESSIVE || marker == PROGRESSIVE_ARITHMETIC;
                Scans scans = scans(in);
                return new JpegHeader(
                        new PictureSize(width, height),
                        components,
                        // A baseline picture in several scans has one for each component: one visit for each block.
                        progressive ? Math.max(1, scans.count()) : 0,
                        scans.complete());
            }
            if (length < 2) {
                return null;
            }
            in.skipNBytes(length - 2L);
        }
    }

    /** −1 if what comes is no marker. */
    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            return -1;
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** A marker without a length, which has no business before the frame. */
    private static boolean isBare(int marker) {
        return marker == 0 || marker == TEMPORARY || marker >= FIRST_RESTART && marker <= END;
    }

    /** SOF0 to SOF15, without the tables DHT, JPG and DAC between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private record Scans(int count, boolean complete) {}

    /** Starts of scans up to the end, however broken the rest is. */
    private static Scans scans(DataInputStream in) throws IOException {
        int scans = 0;
        int before = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (before == 0xFF) {
                if (next == START_OF_SCAN) {
                    scans++;
                } else if (next == END || next == START) {
                    return new Scans(scans, next == END);
                }
            }
            before = next;
        }
        return new Scans(scans, false);
    }
}
