package pl.paragon.testsupport.hostile;

import static pl.paragon.contracts.error.ErrorCode.FILE_TYPE_MISMATCH;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LONG;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_SMALL;
import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pictures: sizes that lie, bombs, endless structures. */
final class HostilePictures {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";
    private static final List<Integer> ALL = List.of(1, 2, 3);

    private HostilePictures() {}

    static Stream<HostileFile> all() {
        return Stream.of(png(), jpeg(), webp()).flatMap(List::stream);
    }

    private static List<HostileFile> png() {
        List<HostileFile> files = new ArrayList<>();
        for (int side : new int[] {10_001, 20_000, 60_000, 1_000_000, Integer.MAX_VALUE}) {
            files.add(HostileFile.refused(
                    "png-claims-" + side + "-squared.png",
                    PNG,
                    () -> Png.header(side, side).rows(100, 10).end(),
                    IMAGE_TOO_LARGE));
        }
        for (int[] size : new int[][] {{1, 10_000_000}, {10_000_000, 1}, {99, 500_000}, {0, 500}, {500, 0}}) {
            files.add(HostileFile.refused(
                    "png-of-%d-by-%d.png".formatted(size[0], size[1]),
                    PNG,
                    () -> Png.header(size[0], size[1]).rows(size[0], 10).end(),
                    IMAGE_TOO_SMALL,
                    IMAGE_TOO_LONG,
                    IMAGE_CORRUPT));
        }
        for (int[] size : new int[][] {{100, 1_000_000}, {1_000_000, 100}, {100, 100_000}, {200, 20_000}}) {
            files.add(HostileFile.refused(
                    "png-strip-of-%d-by-%d.png".formatted(size[0], size[1]),
                    PNG,
                    () -> Png.header(size[0], size[1]).rows(size[0], size[1]).end(),
                    IMAGE_TOO_LONG));
        }
        files.add(HostileFile.refused(
                "png-negative-width.png",
                PNG,
                () -> Png.header(0x80000001L, 500).rows(500, 500).end(),
                IMAGE_CORRUPT));
        for (int megapixels : new int[] {25, 64, 99}) {
            int side = (int) Math.sqrt(megapixels * 1_000_000.0);
            for (int colour : new int[] {Png.GREY, Png.RGB, Png.RGBA}) {
                int channels = colour == Png.GREY ? 1 : colour == Png.RGB ? 3 : 4;
                files.add(HostileFile.harmless(
                        "png-blank-of-%d-megapixels-colour-%d.png".formatted(megapixels, colour),
                        PNG,
                        () -> Png.header(side, side, 8, colour, 0)
                                .rows(side * channels, side)
                                .end(),
                        IMAGE_TOO_LARGE));
            }
        }
        files.add(HostileFile.harmless(
                "png-of-sixteen-bits.png",
                PNG,
                () -> Png.header(5000, 5000, 16, Png.RGBA, 0).rows(40_000, 5000).end(),
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "png-interlaced-of-sixteen-bits.png",
                PNG,
                () -> Png.header(5000, 5000, 16, Png.RGBA, 1).rows(40_000, 9400).end(),
                IMAGE_TOO_LARGE,
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-more-rows-than-it-says.png",
                PNG,
                () -> Png.header(500, 500).rows(500, 1_000_000).end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-fewer-rows-than-it-says.png",
                PNG,
                () -> Png.header(5000, 5000).rows(5000, 3).end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-colour-profile-bomb.png",
                PNG,
                () -> Png.header(500, 500)
                        .chunk(
                                "iCCP",
                                new Bytes()
                                        .put("bomb")
                                        .put(0, 0)
                                        .put(Bytes.deflated(Bytes.zeros(1 << 20), 200))
                                        .all())
                        .rows(500, 500)
                        .end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-compressed-text-bombs.png",
                PNG,
                () -> textBombs("zTXt", new Bytes().put("k").put(0, 0)),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-international-text-bombs.png",
                PNG,
                () -> textBombs("iTXt", new Bytes().put("k").put(0, 1, 0, 0, 0)),
                IMAGE_CORRUPT));
        for (String type : new String[] {"tEXt", "prVt", "IDAT", "tIME"}) {
            files.add(HostileFile.harmless(
                    "png-of-300000-chunks-" + type + ".png", PNG, () -> manyChunks(type, 300_000), IMAGE_CORRUPT));
        }
        files.add(HostileFile.refused(
                "png-two-headers.png",
                PNG,
                () -> Png.header(500, 500)
                        .chunk(
                                "IHDR",
                                new Bytes()
                                        .int32(60_000)
                                        .int32(60_000)
                                        .put(8, 0, 0, 0, 0)
                                        .all())
                        .rows(500, 500)
                        .end(),
                IMAGE_CORRUPT));
        files.add(
                HostileFile.harmless("png-animation-without-end.png", PNG, HostilePictures::animation, IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "png-only-a-signature.png",
                PNG,
                () -> new Bytes().put(0x89).put("PNG\r\n\u001a\n").all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "png-header-only.png", PNG, () -> Png.header(500, 500).cut(), IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "png-chunk-longer-than-the-file.png",
                PNG,
                () -> new Bytes()
                        .put(Png.header(500, 500).cut())
                        .int32(0x7FFFFFFF)
                        .put("IDAT")
                        .put(Bytes.zeros(100))
                        .all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-palette-of-nothing.png",
                PNG,
                () -> Png.header(500, 500, 8, Png.PALETTE, 0).rows(500, 500).end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "png-that-is-called-a-jpeg.jpg",
                JPEG,
                () -> Png.header(500, 500).rows(500, 500).end(),
                FILE_TYPE_MISMATCH));
        files.add(HostileFile.harmless(
                "png-that-is-a-pdf-too.png",
                PNG,
                () -> Png.header(500, 500)
                        .chunk("tEXt", Bytes.ascii("Comment\0%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"))
                        .rows(500, 500)
                        .end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "png-noise-of-nine-megapixels.png", PNG, () -> noise(3000, 3000), IMAGE_TOO_LARGE));
        return files;
    }

    private static byte[] noise(int width, int height) {
        // One bit a pixel, so that the file stays small.
        byte[] row = Bytes.noise(width / 8 + 1, 7);
        row[0] = 0;
        return Png.header(width, height, 1, Png.GREY, 0)
                .chunk("IDAT", Bytes.deflated(row, height))
                .end();
    }

    private static byte[] textBombs(String type, Bytes head) {
        byte[] text = head.put(Bytes.deflated(Bytes.filled(1 << 20, 'A'), 50)).all();
        Png png = Png.header(500, 500);
        for (int i = 0; i < 40; i++) {
            png.chunk(type, text);
        }
        return png.rows(500, 500).end();
    }

    private static byte[] manyChunks(String type, int count) {
        byte[] data = type.equals("tEXt") ? Bytes.ascii("a\0b") : type.equals("tIME") ? Bytes.zeros(7) : new byte[0];
        Png png = Png.header(500, 500);
        for (int i = 0; i < count; i++) {
            png.chunk(type, data);
        }
        return png.rows(500, 500).end();
    }

    private static byte[] animation() {
        Png png = Png.header(2000, 2000)
                .chunk("acTL", new Bytes().int32(1_000_000).int32(0).all());
        byte[] frame = Bytes.deflated(Bytes.zeros(2001), 2000);
        for (int i = 0; i < 200; i++) {
            png.chunk(
                    "fcTL",
                    new Bytes()
                            .int32(2 * i)
                            .int32(2000)
                            .int32(2000)
                            .int32(0)
                            .int32(0)
                            .int16(1)
                            .int16(100)
                            .put(0, 0)
                            .all());
            if (i == 0) {
                png.chunk("IDAT", frame);
            } else {
                png.chunk("fdAT", new Bytes().int32(2 * i + 1).put(frame).all());
            }
        }
        return png.end();
    }

    private static List<HostileFile> jpeg() {
        List<HostileFile> files = new ArrayList<>();
        for (int[] size : new int[][] {{65_500, 65_500}, {20_000, 20_000}, {65_500, 2_000}}) {
            files.add(HostileFile.refused(
                    "jpeg-claims-%d-by-%d.jpg".formatted(size[0], size[1]),
                    JPEG,
                    () -> Jpeg.blank(Jpeg.BASELINE, size[0], size[1], 3)
                            .scan(ALL, 0, 63, 0, 0, 100)
                            .end(),
                    IMAGE_TOO_LARGE));
        }
        for (int[] size : new int[][] {{65_500, 1}, {1, 65_500}, {65_500, 100}, {100, 65_500}}) {
            files.add(HostileFile.refused(
                    "jpeg-strip-of-%d-by-%d.jpg".formatted(size[0], size[1]),
                    JPEG,
                    () -> Jpeg.blank(Jpeg.BASELINE, size[0], size[1], 3)
                            .scan(ALL, 0, 63, 0, 0, 100)
                            .end(),
                    IMAGE_TOO_SMALL,
                    IMAGE_TOO_LONG));
        }
        for (int[] size : new int[][] {{9_900, 9_900}, {7_000, 7_000}}) {
            for (int marker : new int[] {Jpeg.BASELINE, Jpeg.PROGRESSIVE, Jpeg.ARITHMETIC}) {
                files.add(HostileFile.harmless(
                        "jpeg-truncated-%d-squared-%x.jpg".formatted(size[0], marker),
                        JPEG,
                        () -> Jpeg.blank(marker, size[0], size[1], 3)
                                .scan(ALL, 0, marker == Jpeg.PROGRESSIVE ? 0 : 63, 0, 0, 100)
                                .cut(),
                        IMAGE_CORRUPT,
                        IMAGE_TOO_LARGE));
            }
        }
        for (int scans : new int[] {50, 500, 5_000}) {
            for (int side : new int[] {1_000, 4_000, 9_900}) {
                files.add(HostileFile.harmless(
                        "jpeg-of-%d-scans-%d-squared.jpg".formatted(scans, side),
                        JPEG,
                        () -> scans(side, scans),
                        IMAGE_CORRUPT,
                        IMAGE_TOO_LARGE));
            }
        }
        files.add(HostileFile.refused(
                "jpeg-two-frames.jpg",
                JPEG,
                () -> new Jpeg()
                        .quantisation()
                        .frame(Jpeg.BASELINE, 500, 500, 3)
                        .frame(Jpeg.BASELINE, 20_000, 20_000, 3)
                        .table(0, 0)
                        .table(1, 0)
                        .scan(ALL, 0, 63, 0, 0, 5000)
                        .end(),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        // A marker without a length: who reads one all the same looks for the frame in another place than the decoder.
        files.add(HostileFile.refused(
                "jpeg-frame-behind-a-bare-marker.jpg", JPEG, () -> hiddenFrame(0x01), IMAGE_TOO_LARGE, IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "jpeg-frame-behind-a-restart-marker.jpg",
                JPEG,
                () -> hiddenFrame(0xD3),
                IMAGE_TOO_LARGE,
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "jpeg-frame-behind-stray-bytes.jpg",
                JPEG,
                () -> new Jpeg()
                        .raw(Bytes.zeros(1000))
                        .quantisation()
                        .frame(Jpeg.BASELINE, 30_000, 30_000, 3)
                        .end(),
                IMAGE_TOO_LARGE,
                FILE_TYPE_MISMATCH,
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "jpeg-without-a-frame.jpg",
                JPEG,
                () -> new Jpeg().quantisation().end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "jpeg-start-only.jpg",
                JPEG,
                () -> new Bytes().put(0xFF, 0xD8, 0xFF).all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "jpeg-of-height-zero.jpg",
                JPEG,
                () -> Jpeg.blank(Jpeg.BASELINE, 500, 0, 3)
                        .scan(ALL, 0, 63, 0, 0, 100)
                        .end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "jpeg-segment-of-length-zero.jpg",
                JPEG,
                () -> new Jpeg().raw(0xFF, 0xE0, 0, 0).end(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless("jpeg-of-200000-segments.jpg", JPEG, () -> segments(200_000), IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "jpeg-fill-bytes.jpg",
                JPEG,
                () -> new Jpeg().raw(Bytes.filled(4_000_000, 0xFF)).raw(0xD9).cut(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless("jpeg-exif-that-loops.jpg", JPEG, () -> exif(8), IMAGE_CORRUPT));
        files.add(HostileFile.harmless("jpeg-exif-beyond-its-end.jpg", JPEG, () -> exif(0x7FFFFFF0), IMAGE_CORRUPT));
        files.add(HostileFile.harmless(
                "jpeg-of-four-components.jpg",
                JPEG,
                () -> Jpeg.blank(Jpeg.BASELINE, 5000, 5000, 4)
                        .scan(List.of(1, 2, 3, 4), 0, 63, 0, 0, 400_000)
                        .end(),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless("jpeg-restarts-everywhere.jpg", JPEG, HostilePictures::restarts, IMAGE_CORRUPT));
        return files;
    }

    private static byte[] hiddenFrame(int bareMarker) {
        return new Jpeg()
                .raw(0xFF, bareMarker)
                .frame(Jpeg.BASELINE, 30_000, 30_000, 3)
                .raw(Bytes.zeros(0xFFC0 - 2 - 19))
                .quantisation()
                .frame(Jpeg.BASELINE, 500, 500, 3)
                .table(0, 0)
                .table(1, 0)
                .scan(ALL, 0, 63, 0, 0, 5000)
                .end();
    }

    /** Each scan refines nothing and is walked over every block: an end-of-band run of 32,767 blocks in one code. */
    private static byte[] scans(int side, int count) {
        int blocks = (side / 8 + 1) * (side / 8 + 1);
        Jpeg jpeg = new Jpeg()
                .quantisation()
                .frame(Jpeg.PROGRESSIVE, side, side, 3)
                .table(0, 0)
                .table(1, 0xE0);
        jpeg.scan(ALL, 0, 0, 0, 13, blocks * 3 / 8 + 8);
        for (int i = 0; i < count; i++) {
            int from = 1 + i % 63;
            jpeg.scan(List.of(1 + i % 3), from, from, 0, 13, 2 * (blocks / 16_384 + 1) + 8);
        }
        return jpeg.end();
    }

    private static byte[] segments(int count) {
        Jpeg jpeg = new Jpeg();
        for (int i = 0; i < count; i++) {
            jpeg.segment(i % 2 == 0 ? 0xFE : 0xE2, new byte[0]);
        }
        return jpeg.quantisation()
                .frame(Jpeg.BASELINE, 500, 500, 3)
                .table(0, 0)
                .table(1, 0)
                .scan(ALL, 0, 63, 0, 0, 5000)
                .end();
    }

    private static byte[] exif(int nextDirectory) {
        Bytes tiff =
                new Bytes().put("Exif").put(0, 0).put("MM").int16(42).int32(8).int16(1);
        tiff.int16(0x8769).int16(4).int32(1).int32(nextDirectory).int32(nextDirectory);
        return new Jpeg()
                .segment(0xE1, tiff.all())
                .quantisation()
                .frame(Jpeg.BASELINE, 500, 500, 3)
                .table(0, 0)
                .table(1, 0)
                .scan(ALL, 0, 63, 0, 0, 5000)
                .end();
    }

    private static byte[] restarts() {
        Jpeg jpeg = new Jpeg()
                .quantisation()
                .segment(0xDD, new Bytes().int16(1).all())
                .frame(Jpeg.BASELINE, 4000, 4000, 3)
                .table(0, 0)
                .table(1, 0)
                .scan(ALL, 0, 63, 0, 0, 2);
        for (int i = 0; i < 250_000; i++) {
            jpeg.raw(0xFF, 0xD0 + i % 8, 0, 0);
        }
        return jpeg.end();
    }

    private static List<HostileFile> webp() {
        List<HostileFile> files = new ArrayList<>();
        files.add(HostileFile.refused(
                "webp-canvas-of-16-million-squared.webp",
                WEBP,
                () -> riff(new Bytes()
                        .put(extended(0, 1 << 24, 1 << 24))
                        .put(lossy(500, 500))
                        .all()),
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-canvas-smaller-than-its-frame.webp",
                WEBP,
                () -> riff(new Bytes()
                        .put(extended(0, 500, 500))
                        .put(lossy(16_383, 16_383))
                        .all()),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-lossless-canvas-smaller-than-its-frame.webp",
                WEBP,
                () -> riff(new Bytes()
                        .put(extended(0, 500, 500))
                        .put(lossless(16_384, 16_384))
                        .all()),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-claims-16383-squared.webp", WEBP, () -> riff(lossy(16_383, 16_383)), IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-lossless-claims-16384-squared.webp",
                WEBP,
                () -> riff(lossless(16_384, 16_384)),
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "webp-lossless-blank-of-99-megapixels.webp",
                WEBP,
                () -> riff(lossless(9_900, 9_900)),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "webp-lossy-cut-of-99-megapixels.webp",
                WEBP,
                () -> riff(lossy(9_900, 9_900)),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused("webp-strip.webp", WEBP, () -> riff(lossless(100, 16_000)), IMAGE_TOO_LONG));
        files.add(HostileFile.harmless(
                "webp-animation-of-4000-frames.webp",
                WEBP,
                () -> animated(5_000, 4_000),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "webp-animation-on-a-canvas-of-99-megapixels.webp",
                WEBP,
                () -> animated(9_900, 10),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-head-only.webp",
                WEBP,
                () -> new Bytes().put("RIFF").little32(4).put("WEBP").all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "webp-chunk-longer-than-the-file.webp",
                WEBP,
                () -> new Bytes()
                        .put("RIFF")
                        .little32(0xFFFFFFF0L)
                        .put("WEBPVP8L")
                        .little32(0xFFFFFF00L)
                        .put(0x2F)
                        .little32(499 | 499 << 14)
                        .all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless("webp-200000-chunks.webp", WEBP, HostilePictures::webpChunks, IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "webp-that-is-called-a-pdf.pdf",
                "application/pdf",
                () -> riff(lossless(500, 500)),
                FILE_TYPE_MISMATCH,
                PDF_CORRUPT));
        return files;
    }

    private static byte[] riff(byte[] chunks) {
        return new Bytes()
                .put("RIFF")
                .little32(chunks.length + 4L)
                .put("WEBP")
                .put(chunks)
                .all();
    }

    private static byte[] chunk(String type, byte[] data) {
        Bytes chunk = new Bytes().put(type).little32(data.length).put(data);
        return (data.length % 2 == 1 ? chunk.put(0) : chunk).all();
    }

    private static byte[] extended(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new Bytes()
                        .put(flags, 0, 0, 0)
                        .little24(width - 1)
                        .little24(height - 1)
                        .all());
    }

    /** A key frame's header with nothing behind it that is worth decoding. */
    private static byte[] lossy(int width, int height) {
        byte[] body = Bytes.zeros(4000);
        int firstPartition = 2000;
        int tag = 1 << 4 | firstPartition << 5;
        return chunk(
                "VP8 ",
                new Bytes()
                        .little24(tag)
                        .put(0x9D, 0x01, 0x2A)
                        .little16(width)
                        .little16(height)
                        .put(body)
                        .all());
    }

    /** Five codes of one symbol each: a pixel costs no bit. */
    private static byte[] lossless(int width, int height) {
        Bits bits = new Bits()
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(0, 1 + 3) // alpha, version
                .put(0, 1) // no transform
                .put(0, 1) // no colour cache
                .put(0, 1); // one group of codes
        for (int i = 0; i < 5; i++) {
            bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1); // simple code: one symbol, one bit long, symbol 0
        }
        return chunk(
                "VP8L",
                new Bytes().put(0x2F).put(bits.all()).put(Bytes.zeros(64)).all());
    }

    private static byte[] animated(int side, int frames) {
        Bytes chunks = new Bytes().put(extended(0x02, side, side)).put(chunk("ANIM", Bytes.zeros(6)));
        byte[] frame = new Bytes()
                .little24(0)
                .little24(0)
                .little24(side - 1)
                .little24(side - 1)
                .little24(100)
                .put(0)
                .put(lossless(side, side))
                .all();
        for (int i = 0; i < frames; i++) {
            chunks.put(chunk("ANMF", frame));
        }
        return riff(chunks.all());
    }

    private static byte[] webpChunks() {
        Bytes chunks = new Bytes().put(extended(0, 500, 500));
        byte[] unknown = chunk("JUNK", new byte[0]);
        for (int i = 0; i < 200_000; i++) {
            chunks.put(unknown);
        }
        return riff(chunks.put(lossless(500, 500)).all());
    }

    /** Bits, the lowest first. */
    private static final class Bits {

        private final Bytes out = new Bytes();
        private int current;
        private int filled;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                current |= (value >> i & 1) << filled;
                if (++filled == 8) {
                    out.put(current);
                    current = 0;
                    filled = 0;
                }
            }
            return this;
        }

        byte[] all() {
            return filled > 0 ? out.put(current).all() : out.all();
        }
    }
}
