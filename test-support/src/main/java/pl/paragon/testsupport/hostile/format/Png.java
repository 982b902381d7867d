package pl.paragon.testsupport.hostile.format;

import java.util.zip.CRC32;

/** A PNG, chunk by chunk. */
public final class Png {

    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int RGBA = 6;

    private final Bytes out = new Bytes().put(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

    public static Png header(long width, long height, int depth, int colour, int interlaced) {
        return new Png()
                .chunk(
                        "IHDR",
                        new Bytes()
                                .int32(width)
                                .int32(height)
                                .put(depth, colour, 0, 0, interlaced)
                                .all());
    }

    public static Png header(long width, long height) {
        return header(width, height, 8, GREY, 0);
    }

    public Png chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(Bytes.ascii(type));
        crc.update(data);
        out.int32(data.length).put(type).put(data).int32(crc.getValue());
        return this;
    }

    /** Rows of zeros, as many as are asked for, whatever the header says. */
    public Png rows(int rowBytes, int rows) {
        return chunk("IDAT", Bytes.deflated(Bytes.zeros(rowBytes + 1), rows));
    }

    public byte[] end() {
        chunk("IEND", new byte[0]);
        return out.all();
    }

    public byte[] cut() {
        return out.all();
    }
}
