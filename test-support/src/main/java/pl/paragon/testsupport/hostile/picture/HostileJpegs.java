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
import pl.paragon.testsupport.hostile.format.Jpeg;

/** JPEG files: sizes that lie, frames in hiding, scans and segments without end. */
final class HostileJpegs {

    private static final String JPEG = "image/jpeg";
    private static final List<Integer> ALL = List.of(1, 2, 3);

    private HostileJpegs() {}

    static List<HostileFile> all() {
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
        files.add(HostileFile.harmless("jpeg-restarts-everywhere.jpg", JPEG, HostileJpegs::restarts, IMAGE_CORRUPT));
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
}
