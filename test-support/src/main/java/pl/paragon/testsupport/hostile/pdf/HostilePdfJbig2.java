package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;

/** Images in JBIG2: pages, regions, symbols and halftones whose sizes only the decoder learns. */
final class HostilePdfJbig2 {

    private HostilePdfJbig2() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        for (long[] size : new long[][] {{60_000, 60_000}, {0xFFFFFFFFL, 1}, {1 << 30, 1 << 30}}) {
            files.add(HostilePdfs.refused(
                    "jbig2-of-%d-by-%d".formatted(size[0], size[1]),
                    () -> HostilePdfImages.image(
                            500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2(size[0], size[1], 1)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused(
                "jbig2-of-2000-regions",
                () -> HostilePdfImages.image(
                        5_000, 7_000, 1, "/DeviceGray", "/JBIG2Decode", jbig2(5_000, 7_000, 2_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "jbig2-region-larger-than-its-page",
                () -> HostilePdfImages.image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Region(60_000, 60_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (int flags : new int[] {0x00, 0x01, 0x02, 0x03}) {
            files.add(HostilePdfs.harmless(
                    "jbig2-symbols-of-any-size-flags-" + flags,
                    () -> HostilePdfImages.image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Symbols(flags)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused(
                "jbig2-halftone-grid",
                () -> HostilePdfImages.image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Halftone()),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "jbig2-segment-refers-to-a-billion",
                () -> HostilePdfImages.image(
                        500,
                        500,
                        1,
                        "/DeviceGray",
                        "/JBIG2Decode",
                        new Bytes()
                                .int32(1)
                                .put(0, 0xFF, 0xFF, 0xFF, 0xFF)
                                .put(Bytes.zeros(100))
                                .all()),
                PDF_TOO_COMPLEX));
        return files;
    }

    private static Bytes segment(int number, int type, byte[] data) {
        return new Bytes().int32(number).put(type, 0, 1).int32(data.length).put(data);
    }

    private static byte[] jbig2Page(long width, long height) {
        return segment(
                        0,
                        48,
                        new Bytes()
                                .int32(width)
                                .int32(height)
                                .int32(0)
                                .int32(0)
                                .put(0)
                                .int16(0)
                                .all())
                .all();
    }

    private static byte[] genericRegion(int number, long width, long height) {
        Bytes region = new Bytes().int32(width).int32(height).int32(0).int32(0).put(0);
        region.put(0x08); // typical prediction: a line that equals the one above costs next to nothing
        region.put(3, 0xFF, 0xFD, 0xFF, 2, 0xFE, 0xFE, 0xFE);
        return segment(number, 38, region.put(Bytes.zeros(20)).all()).all();
    }

    private static byte[] jbig2(long width, long height, int regions) {
        Bytes out = new Bytes().put(jbig2Page(width, height));
        for (int i = 0; i < regions; i++) {
            out.put(genericRegion(1 + i % 250, width, height));
        }
        return out.all();
    }

    private static byte[] jbig2Region(long width, long height) {
        return new Bytes()
                .put(jbig2Page(500, 500))
                .put(genericRegion(1, width, height))
                .all();
    }

    /** A dictionary of symbols whose sizes only the decoder learns. */
    private static byte[] jbig2Symbols(int flags) {
        Bytes data = new Bytes().int16(flags);
        if ((flags & 1) == 0) {
            data.put(3, 0xFF, 0xFD, 0xFF, 2, 0xFE, 0xFE, 0xFE);
        }
        if ((flags & 2) != 0) {
            data.put(0xFF, 0xFF, 0xFF, 0xFF);
        }
        data.int32(60_000).int32(60_000).put(Bytes.noise(4000, flags));
        byte[] dictionary = segment(1, 0, data.all()).all();
        Bytes text = new Bytes()
                .int32(500)
                .int32(500)
                .int32(0)
                .int32(0)
                .put(0)
                .int16(0)
                .int32(60_000)
                .put(Bytes.noise(500, 3));
        byte[] region = new Bytes()
                .int32(2)
                .put(6, 1 << 5, 1, 1)
                .int32(text.length())
                .put(text.all())
                .all();
        return new Bytes().put(jbig2Page(500, 500)).put(dictionary).put(region).all();
    }

    private static byte[] jbig2Halftone() {
        Bytes patterns = new Bytes().put(0, 8, 8).int32(0x00FFFFFF).put(Bytes.zeros(50));
        Bytes region = new Bytes()
                .int32(500)
                .int32(500)
                .int32(0)
                .int32(0)
                .put(0)
                .put(0)
                .int32(60_000)
                .int32(60_000)
                .int32(0)
                .int32(0)
                .int16(256)
                .int16(256)
                .put(Bytes.zeros(50));
        byte[] dictionary = segment(1, 16, patterns.all()).all();
        byte[] halftone = new Bytes()
                .int32(2)
                .put(22, 1 << 5, 1, 1)
                .int32(region.length())
                .put(region.all())
                .all();
        return new Bytes()
                .put(jbig2Page(500, 500))
                .put(dictionary)
                .put(halftone)
                .all();
    }
}
