package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.Jpeg;

/** Images as cameras and scanners store them: JPEG, fax, JPEG 2000. */
final class HostilePdfScans {

    private HostilePdfScans() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        String[] spaces = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"};
        for (int[] size : new int[][] {{30_000, 30_000}, {65_500, 65_500}, {65_500, 4_000}}) {
            for (int components : new int[] {1, 3, 4}) {
                files.add(HostilePdfs.refused(
                        "jpeg-of-%d-by-%d-in-%d-components".formatted(size[0], size[1], components),
                        () -> HostilePdfImages.image(
                                size[0],
                                size[1],
                                8,
                                spaces[components == 1 ? 0 : components == 3 ? 1 : 2],
                                "/DCTDecode",
                                jpeg(size[0], size[1], components)),
                        IMAGE_TOO_LARGE));
            }
        }
        files.add(HostilePdfs.refused(
                "jpeg-larger-than-its-dictionary-says",
                () -> HostilePdfImages.image(500, 500, 8, "/DeviceRGB", "/DCTDecode", jpeg(40_000, 40_000, 3)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.refused(
                "jpeg-smaller-than-its-dictionary-says",
                () -> HostilePdfImages.image(60_000, 60_000, 8, "/DeviceRGB", "/DCTDecode", jpeg(500, 500, 3)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.refused(
                "jpeg-of-5000-scans",
                () -> HostilePdfImages.image(9_000, 9_000, 8, "/DeviceRGB", "/DCTDecode", progressive(9_000, 5_000)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.refused(
                "jpeg-in-flate-larger-than-it-says",
                () -> HostilePdfImages.image(
                        500, 500, 8, "/DeviceRGB", "[/FlateDecode/DCTDecode]", Bytes.deflated(jpeg(40_000, 40_000, 3))),
                IMAGE_TOO_LARGE));
        for (int[] size : new int[][] {{60_000, 60_000}, {1_000_000, 1_000}, {1, 2_000_000_000}}) {
            files.add(HostilePdfs.refused(
                    "fax-of-%d-by-%d".formatted(size[0], size[1]),
                    () -> HostilePdfImages.image(
                            size[0],
                            size[1],
                            1,
                            "/DeviceGray",
                            "/CCITTFaxDecode/DecodeParms<</K -1/Columns " + size[0] + "/Rows " + size[1] + ">>",
                            Bytes.zeros(1000)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused(
                "fax-larger-than-its-dictionary-says",
                () -> HostilePdfImages.image(
                        500,
                        500,
                        1,
                        "/DeviceGray",
                        "/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>",
                        Bytes.zeros(1000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "fax-of-blank-lines",
                () -> HostilePdfImages.image(
                        5_000,
                        7_000,
                        1,
                        "/DeviceGray",
                        "/CCITTFaxDecode/DecodeParms<</K -1/Columns 5000/Rows 7000>>",
                        Bytes.filled(1000, 0xFF)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.harmless(
                "jpeg2000-of-any-size",
                () -> HostilePdfImages.image(60_000, 60_000, 8, "/DeviceRGB", "/JPXDecode", Bytes.zeros(1000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        return files;
    }

    private static byte[] jpeg(int width, int height, int components) {
        List<Integer> all = components == 1 ? List.of(1) : components == 3 ? List.of(1, 2, 3) : List.of(1, 2, 3, 4);
        return Jpeg.blank(Jpeg.BASELINE, width, height, components)
                .scan(all, 0, 63, 0, 0, 2000)
                .end();
    }

    private static byte[] progressive(int side, int scans) {
        Jpeg jpeg = new Jpeg()
                .quantisation()
                .frame(Jpeg.PROGRESSIVE, side, side, 3)
                .table(0, 0)
                .table(1, 0xE0)
                .scan(List.of(1, 2, 3), 0, 0, 0, 0, 1000);
        for (int i = 0; i < scans; i++) {
            jpeg.scan(List.of(1 + i % 3), 1 + i % 63, 1 + i % 63, 0, 0, 160);
        }
        return jpeg.end();
    }
}
