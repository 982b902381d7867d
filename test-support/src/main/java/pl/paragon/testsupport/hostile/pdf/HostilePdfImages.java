package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Images in PDF's own filters: Flate, LZW, run lengths, ASCII, and chains of them. */
final class HostilePdfImages {

    private HostilePdfImages() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        String[] spaces = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"};
        int[] channels = {1, 3, 4};
        for (int i = 0; i < spaces.length; i++) {
            String space = spaces[i];
            int bytes = channels[i];
            for (int side : new int[] {8_000, 20_000, 60_000}) {
                files.add(HostilePdfs.refused(
                        "flate-image-of-%d-squared-%s".formatted(side, space.substring(1)),
                        () -> image(
                                side,
                                side,
                                8,
                                space,
                                "/FlateDecode",
                                Bytes.deflated(Bytes.zeros(side), Math.min(side, 4_000) * bytes)),
                        IMAGE_TOO_LARGE,
                        PDF_TOO_COMPLEX));
            }
        }
        files.add(HostilePdfs.refused(
                "flate-image-of-60000-squared-one-bit",
                () -> image(
                        60_000, 60_000, 1, "/DeviceGray", "/FlateDecode", Bytes.deflated(Bytes.zeros(7_500), 2_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "flate-image-of-16-bits",
                () -> image(6_000, 6_000, 16, "/DeviceRGB", "/FlateDecode", Bytes.deflated(Bytes.zeros(36_000), 6_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (int mebibytes : new int[] {100, 500}) {
            files.add(HostilePdfs.refused(
                    "small-image-of-%d-mebibytes-of-data".formatted(mebibytes),
                    () -> image(
                            100,
                            100,
                            8,
                            "/DeviceGray",
                            "/FlateDecode",
                            Bytes.deflated(Bytes.zeros(HostilePdfs.MEBIBYTE), mebibytes)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.harmless(
                "huge-image-with-no-data",
                () -> image(60_000, 60_000, 8, "/DeviceRGB", "/FlateDecode", Bytes.deflated(Bytes.zeros(10))),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (String filter : new String[] {"/RunLengthDecode", "/LZWDecode", "/ASCIIHexDecode", "/ASCII85Decode"}) {
            for (int side : new int[] {9_000, 60_000}) {
                files.add(HostilePdfs.refused(
                        filter.substring(1).toLowerCase() + "-image-of-" + side + "-squared",
                        () -> image(side, side, 8, "/DeviceGray", filter, encoded(filter, 60 * HostilePdfs.MEBIBYTE)),
                        IMAGE_TOO_LARGE,
                        PDF_TOO_COMPLEX));
            }
        }
        files.add(HostilePdfs.refused(
                "two-filters-bomb",
                () -> image(
                        60_000,
                        60_000,
                        8,
                        "/DeviceGray",
                        "[/FlateDecode/RunLengthDecode]",
                        Bytes.deflated(encoded("/RunLengthDecode", HostilePdfs.MEBIBYTE), 100)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "flate-in-flate-bomb",
                () -> image(
                        500,
                        500,
                        8,
                        "/DeviceGray",
                        "[/FlateDecode/LZWDecode]",
                        Bytes.deflated(Bytes.zeros(HostilePdfs.MEBIBYTE), 400)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "chain-of-300-filters",
                () -> image(
                        500,
                        500,
                        8,
                        "/DeviceGray",
                        "[" + "/ASCIIHexDecode/FlateDecode".repeat(150) + "]",
                        Bytes.deflated(Bytes.zeros(500), 500)),
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "image-filter-within-a-chain",
                () -> image(60_000, 60_000, 8, "/DeviceGray", "[/CCITTFaxDecode/FlateDecode]", Bytes.zeros(1000)),
                PDF_TOO_COMPLEX,
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.harmless(
                "predictor-with-a-row-of-gigabytes",
                () -> image(
                        500,
                        500,
                        8,
                        "/DeviceGray",
                        "/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 1>>",
                        Bytes.deflated(Bytes.zeros(1000), 500)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "predictor-of-32-colours",
                () -> image(
                        500,
                        500,
                        8,
                        "/DeviceGray",
                        "/FlateDecode/DecodeParms<</Predictor 2/Columns 60000000/Colors 32/BitsPerComponent 16>>",
                        Bytes.deflated(Bytes.zeros(1000), 500)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        return files;
    }

    static byte[] image(int width, int height, int bits, String space, String filter, byte[] data) {
        RawPdf pdf = new RawPdf();
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/BitsPerComponent " + bits
                        + "/ColorSpace" + space + "/Filter" + filter,
                data);
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    /** So many equal bytes in a filter's own way. */
    private static byte[] encoded(String filter, int length) {
        Bytes out = new Bytes();
        switch (filter) {
            case "/RunLengthDecode" -> {
                for (int i = 0; i < length / 128; i++) {
                    out.put(129, 0);
                }
                out.put(128);
            }
            case "/ASCIIHexDecode" ->
                out.put(Bytes.filled(Math.min(length, 9 * HostilePdfs.MEBIBYTE), '0'))
                        .put(">");
            case "/ASCII85Decode" ->
                out.put(Bytes.filled(Math.min(length / 4, 9 * HostilePdfs.MEBIBYTE), 'z'))
                        .put("~>");
            case "/LZWDecode" -> out.put(lzw(length));
            default -> throw new IllegalArgumentException(filter);
        }
        return out.all();
    }

    /** Codes that each add one more zero to the one before, begun anew whenever the table is full. */
    private static byte[] lzw(int length) {
        Bytes out = new Bytes();
        long bits = 0;
        int filled = 0;
        int written = 0;
        while (written < length) {
            int code = 256;
            int width = 9;
            int next = 258;
            int run = 0;
            while (next < 4094) {
                bits = bits << width | code;
                filled += width;
                while (filled >= 8) {
                    out.put((int) (bits >> filled - 8) & 0xFF);
                    filled -= 8;
                }
                bits &= (1L << filled) - 1;
                if (code == 256) {
                    code = 0;
                    run = 1;
                    written++;
                    continue;
                }
                code = code == 0 ? 258 : code + 1;
                next = code + 1;
                run++;
                written += run;
                width = code >= 2047 ? 12 : code >= 1023 ? 11 : code >= 511 ? 10 : 9;
            }
        }
        return out.put(0, 0, 0).all();
    }
}
