package pl.paragon.testsupport.hostile;

import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;

/** Images in PDF files, in every filter. */
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
        for (int[] size : new int[][] {{30_000, 30_000}, {65_500, 65_500}, {65_500, 4_000}}) {
            for (int components : new int[] {1, 3, 4}) {
                files.add(HostilePdfs.refused(
                        "jpeg-of-%d-by-%d-in-%d-components".formatted(size[0], size[1], components),
                        () -> image(
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
                () -> image(500, 500, 8, "/DeviceRGB", "/DCTDecode", jpeg(40_000, 40_000, 3)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.refused(
                "jpeg-smaller-than-its-dictionary-says",
                () -> image(60_000, 60_000, 8, "/DeviceRGB", "/DCTDecode", jpeg(500, 500, 3)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.refused(
                "jpeg-of-5000-scans",
                () -> image(9_000, 9_000, 8, "/DeviceRGB", "/DCTDecode", progressive(9_000, 5_000)),
                IMAGE_TOO_LARGE));
        files.add(HostilePdfs.refused(
                "jpeg-in-flate-larger-than-it-says",
                () -> image(
                        500, 500, 8, "/DeviceRGB", "[/FlateDecode/DCTDecode]", Bytes.deflated(jpeg(40_000, 40_000, 3))),
                IMAGE_TOO_LARGE));
        for (int[] size : new int[][] {{60_000, 60_000}, {1_000_000, 1_000}, {1, 2_000_000_000}}) {
            files.add(HostilePdfs.refused(
                    "fax-of-%d-by-%d".formatted(size[0], size[1]),
                    () -> image(
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
                () -> image(
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
                () -> image(
                        5_000,
                        7_000,
                        1,
                        "/DeviceGray",
                        "/CCITTFaxDecode/DecodeParms<</K -1/Columns 5000/Rows 7000>>",
                        Bytes.filled(1000, 0xFF)),
                IMAGE_TOO_LARGE));
        for (long[] size : new long[][] {{60_000, 60_000}, {0xFFFFFFFFL, 1}, {1 << 30, 1 << 30}}) {
            files.add(HostilePdfs.refused(
                    "jbig2-of-%d-by-%d".formatted(size[0], size[1]),
                    () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2(size[0], size[1], 1)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused(
                "jbig2-of-2000-regions",
                () -> image(5_000, 7_000, 1, "/DeviceGray", "/JBIG2Decode", jbig2(5_000, 7_000, 2_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "jbig2-region-larger-than-its-page",
                () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Region(60_000, 60_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (int flags : new int[] {0x00, 0x01, 0x02, 0x03}) {
            files.add(HostilePdfs.harmless(
                    "jbig2-symbols-of-any-size-flags-" + flags,
                    () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Symbols(flags)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused(
                "jbig2-halftone-grid",
                () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Halftone()),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "jbig2-segment-refers-to-a-billion",
                () -> image(
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
        files.add(HostilePdfs.harmless(
                "jpeg2000-of-any-size",
                () -> image(60_000, 60_000, 8, "/DeviceRGB", "/JPXDecode", Bytes.zeros(1000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "soft-mask-larger-than-its-image",
                () -> masked("/SMask", 12_000, 12_000, 8),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "mask-larger-than-its-image",
                () -> masked("/Mask", 30_000, 30_000, 1),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "soft-mask-of-a-small-image",
                () -> masked("/SMask", 6_000, 6_000, 8),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "soft-mask-of-itself", HostilePdfImages::maskOfItself, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "stencil-of-30000-squared", HostilePdfImages::stencil, IMAGE_TOO_LARGE, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-image-of-60000-squared",
                () -> new RawPdf()
                        .page("", "q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID \0\0\0\0 EI Q"),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-image-bomb",
                () -> inline("/Fl", Bytes.deflated(Bytes.zeros(HostilePdfs.MEBIBYTE), 200)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-fax-bomb",
                () -> new RawPdf()
                        .page(
                                "",
                                "q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 1 /CS /G /F /CCF /DP <</K -1/Columns 60000/Rows 60000>> ID \0\0\0\0 EI Q"),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-images-by-the-thousand",
                () -> new RawPdf()
                        .page(
                                "",
                                "q 595 0 0 842 0 0 cm BI /W 3000 /H 3000 /BPC 8 /CS /RGB ID \0\0\0\0 EI Q "
                                        .repeat(500)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "one-image-drawn-1000-times",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int image = pdf.deflated(
                            "/Type/XObject/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 8/ColorSpace/DeviceRGB",
                            Bytes.zeros(9_000),
                            3_000);
                    return pdf.page("/XObject<</I " + image + " 0 R>>", (HostilePdfs.WHOLE_PAGE + " ").repeat(1000));
                },
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "hundred-images-on-a-page", HostilePdfImages::manyImages, IMAGE_TOO_LARGE, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "image-of-a-colour-space-of-32-components",
                HostilePdfImages::deviceN,
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "colour-space-that-nests", HostilePdfImages::nestedColourSpace, PDF_CORRUPT, PDF_TOO_COMPLEX));
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

    private static byte[] image(int width, int height, int bits, String space, String filter, byte[] data) {
        RawPdf pdf = new RawPdf();
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/BitsPerComponent " + bits
                        + "/ColorSpace" + space + "/Filter" + filter,
                data);
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
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

    private static byte[] masked(String kind, int width, int height, int bits) {
        RawPdf pdf = new RawPdf();
        int rowBytes = (width * bits + 7) / 8;
        int mask = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/BitsPerComponent " + bits
                        + (bits == 1 ? "/ImageMask true" : "/ColorSpace/DeviceGray"),
                Bytes.zeros(rowBytes),
                height);
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray" + kind + " "
                        + mask + " 0 R",
                "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] maskOfItself() {
        RawPdf pdf = new RawPdf();
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask "
                        + pdf.next() + " 0 R",
                "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] stencil() {
        RawPdf pdf = new RawPdf();
        int image = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ImageMask true",
                Bytes.zeros(3_750),
                30_000);
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] inline(String filter, byte[] data) {
        RawPdf pdf = new RawPdf();
        int content = pdf.stream(
                "",
                new Bytes()
                        .put("q 595 0 0 842 0 0 cm BI /W 100 /H 100 /BPC 8 /CS /G /F " + filter + " ID ")
                        .put(data)
                        .put("\nEI Q")
                        .all());
        return pdf.page("", content, "[0 0 595 842]", "");
    }

    private static byte[] manyImages() {
        RawPdf pdf = new RawPdf();
        StringBuilder names = new StringBuilder("/XObject<<");
        StringBuilder content = new StringBuilder();
        byte[] data = Bytes.deflated(Bytes.zeros(9_000), 3_000);
        for (int i = 0; i < 100; i++) {
            int image = pdf.stream(
                    "/Type/XObject/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
                    data);
            names.append("/I" + i + " " + image + " 0 R");
            content.append("q 595 0 0 842 0 0 cm /I" + i + " Do Q ");
        }
        return pdf.page(names + ">>", content.toString());
    }

    private static byte[] deviceN() {
        RawPdf pdf = new RawPdf();
        int function = pdf.stream(
                "/FunctionType 4/Domain[" + "0 1 ".repeat(32) + "]/Range[0 1 0 1 0 1]", "{" + "pop ".repeat(29) + "}");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            names.append("/C").append(i);
        }
        int image = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width 1500/Height 1500/BitsPerComponent 8/ColorSpace[/DeviceN[" + names
                        + "]/DeviceRGB " + function + " 0 R]",
                Bytes.zeros(48_000),
                1_500);
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] nestedColourSpace() {
        RawPdf pdf = new RawPdf();
        int space = pdf.next();
        pdf.add("[/Indexed " + space + " 0 R 255 <00>]");
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace " + space + " 0 R", "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }
}
