package pl.paragon.testsupport.hostile.format;

import java.util.List;

/** A JPEG, marker by marker: one code in each table, so that the entropy-coded data are runs of equal bits. */
public final class Jpeg {

    public static final int BASELINE = 0xC0;
    public static final int PROGRESSIVE = 0xC2;
    public static final int ARITHMETIC = 0xC9;

    private final Bytes out = new Bytes().put(0xFF, 0xD8);

    public Jpeg segment(int marker, byte[] data) {
        out.put(0xFF, marker).int16(data.length + 2).put(data);
        return this;
    }

    public Jpeg raw(int... bytes) {
        out.put(bytes);
        return this;
    }

    public Jpeg raw(byte[] bytes) {
        out.put(bytes);
        return this;
    }

    public Jpeg quantisation() {
        return segment(0xDB, new Bytes().put(0).put(Bytes.filled(64, 1)).all());
    }

    public Jpeg frame(int marker, int width, int height, int components) {
        Bytes frame = new Bytes().put(8).int16(height).int16(width).put(components);
        for (int i = 1; i <= components; i++) {
            frame.put(i, 0x11, 0);
        }
        return segment(marker, frame.all());
    }

    /** The one-bit code 0 means {@code symbol}; class 0 is DC, class 1 AC. */
    public Jpeg table(int tableClass, int symbol) {
        return segment(
                0xC4,
                new Bytes()
                        .put(tableClass << 4)
                        .put(1)
                        .put(Bytes.zeros(15))
                        .put(symbol)
                        .all());
    }

    /** Bits of entropy-coded data: zeros, each the one code of its table. */
    public Jpeg scan(List<Integer> components, int from, int to, int high, int low, int zeroBytes) {
        Bytes scan = new Bytes().put(components.size());
        components.forEach(component -> scan.put(component, 0));
        segment(0xDA, scan.put(from, to, high << 4 | low).all());
        out.put(Bytes.zeros(zeroBytes));
        return this;
    }

    public byte[] end() {
        return out.put(0xFF, 0xD9).all();
    }

    public byte[] cut() {
        return out.all();
    }

    /** Tables for a picture whose blocks are all the same grey. */
    public static Jpeg blank(int marker, int width, int height, int components) {
        return new Jpeg()
                .quantisation()
                .frame(marker, width, height, components)
                .table(0, 0)
                .table(1, 0);
    }
}
