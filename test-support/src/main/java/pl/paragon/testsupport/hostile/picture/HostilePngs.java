package pl.paragon.testsupport.hostile.picture;

import static pl.paragon.contracts.error.ErrorCode.FILE_TYPE_MISMATCH;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LONG;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_SMALL;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.Png;

/** PNG files: sizes that lie, blank megapixels, bombs in compressed chunks, chunks without end. */
final class HostilePngs {

    private static final String PNG = "image/png";

    private HostilePngs() {}

    static List<HostileFile> all() {
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
        files.add(HostileFile.harmless("png-animation-without-end.png", PNG, HostilePngs::animation, IMAGE_CORRUPT));
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
                "image/jpeg",
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
}
