package pl.paragon.testsupport.hostile;

import static pl.paragon.contracts.error.ErrorCode.FILE_TYPE_MISMATCH;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LONG;
import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_ENCRYPTED;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_MANY_PAGES;
import static pl.paragon.contracts.error.ErrorCode.TEXT_TOO_LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pl.paragon.contracts.error.ErrorCode;

/** PDF files: images, streams and structures that cost more than they weigh. */
final class HostilePdfs {

    private static final String PDF = "application/pdf";
    private static final String WHOLE_PAGE = "q 595 0 0 842 0 0 cm /I Do Q";
    private static final int MEBIBYTE = 1 << 20;

    private HostilePdfs() {}

    static Stream<HostileFile> all() {
        return Stream.of(images(), streams(), structures(), drawings(), texts()).flatMap(List::stream);
    }

    private static HostileFile refused(String name, Supplier<byte[]> content, ErrorCode... codes) {
        return HostileFile.refused("pdf-" + name + ".pdf", PDF, content, codes);
    }

    private static HostileFile harmless(String name, Supplier<byte[]> content, ErrorCode... codes) {
        return HostileFile.harmless("pdf-" + name + ".pdf", PDF, content, codes);
    }

    private static List<HostileFile> images() {
        List<HostileFile> files = new ArrayList<>();
        String[] spaces = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"};
        int[] channels = {1, 3, 4};
        for (int i = 0; i < spaces.length; i++) {
            String space = spaces[i];
            int bytes = channels[i];
            for (int side : new int[] {8_000, 20_000, 60_000}) {
                files.add(refused(
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
        files.add(refused(
                "flate-image-of-60000-squared-one-bit",
                () -> image(
                        60_000, 60_000, 1, "/DeviceGray", "/FlateDecode", Bytes.deflated(Bytes.zeros(7_500), 2_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "flate-image-of-16-bits",
                () -> image(6_000, 6_000, 16, "/DeviceRGB", "/FlateDecode", Bytes.deflated(Bytes.zeros(36_000), 6_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (int mebibytes : new int[] {100, 500}) {
            files.add(refused(
                    "small-image-of-%d-mebibytes-of-data".formatted(mebibytes),
                    () -> image(
                            100,
                            100,
                            8,
                            "/DeviceGray",
                            "/FlateDecode",
                            Bytes.deflated(Bytes.zeros(MEBIBYTE), mebibytes)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(harmless(
                "huge-image-with-no-data",
                () -> image(60_000, 60_000, 8, "/DeviceRGB", "/FlateDecode", Bytes.deflated(Bytes.zeros(10))),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (String filter : new String[] {"/RunLengthDecode", "/LZWDecode", "/ASCIIHexDecode", "/ASCII85Decode"}) {
            for (int side : new int[] {9_000, 60_000}) {
                files.add(refused(
                        filter.substring(1).toLowerCase() + "-image-of-" + side + "-squared",
                        () -> image(side, side, 8, "/DeviceGray", filter, encoded(filter, 60 * MEBIBYTE)),
                        IMAGE_TOO_LARGE,
                        PDF_TOO_COMPLEX));
            }
        }
        files.add(refused(
                "two-filters-bomb",
                () -> image(
                        60_000,
                        60_000,
                        8,
                        "/DeviceGray",
                        "[/FlateDecode/RunLengthDecode]",
                        Bytes.deflated(encoded("/RunLengthDecode", MEBIBYTE), 100)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "flate-in-flate-bomb",
                () -> image(
                        500,
                        500,
                        8,
                        "/DeviceGray",
                        "[/FlateDecode/LZWDecode]",
                        Bytes.deflated(Bytes.zeros(MEBIBYTE), 400)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "chain-of-300-filters",
                () -> image(
                        500,
                        500,
                        8,
                        "/DeviceGray",
                        "[" + "/ASCIIHexDecode/FlateDecode".repeat(150) + "]",
                        Bytes.deflated(Bytes.zeros(500), 500)),
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "image-filter-within-a-chain",
                () -> image(60_000, 60_000, 8, "/DeviceGray", "[/CCITTFaxDecode/FlateDecode]", Bytes.zeros(1000)),
                PDF_TOO_COMPLEX,
                IMAGE_TOO_LARGE));
        for (int[] size : new int[][] {{30_000, 30_000}, {65_500, 65_500}, {65_500, 4_000}}) {
            for (int components : new int[] {1, 3, 4}) {
                files.add(refused(
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
        files.add(refused(
                "jpeg-larger-than-its-dictionary-says",
                () -> image(500, 500, 8, "/DeviceRGB", "/DCTDecode", jpeg(40_000, 40_000, 3)),
                IMAGE_TOO_LARGE));
        files.add(refused(
                "jpeg-smaller-than-its-dictionary-says",
                () -> image(60_000, 60_000, 8, "/DeviceRGB", "/DCTDecode", jpeg(500, 500, 3)),
                IMAGE_TOO_LARGE));
        files.add(refused(
                "jpeg-of-5000-scans",
                () -> image(9_000, 9_000, 8, "/DeviceRGB", "/DCTDecode", progressive(9_000, 5_000)),
                IMAGE_TOO_LARGE));
        files.add(refused(
                "jpeg-in-flate-larger-than-it-says",
                () -> image(
                        500, 500, 8, "/DeviceRGB", "[/FlateDecode/DCTDecode]", Bytes.deflated(jpeg(40_000, 40_000, 3))),
                IMAGE_TOO_LARGE));
        for (int[] size : new int[][] {{60_000, 60_000}, {1_000_000, 1_000}, {1, 2_000_000_000}}) {
            files.add(refused(
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
        files.add(refused(
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
        files.add(harmless(
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
            files.add(refused(
                    "jbig2-of-%d-by-%d".formatted(size[0], size[1]),
                    () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2(size[0], size[1], 1)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(refused(
                "jbig2-of-2000-regions",
                () -> image(5_000, 7_000, 1, "/DeviceGray", "/JBIG2Decode", jbig2(5_000, 7_000, 2_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "jbig2-region-larger-than-its-page",
                () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Region(60_000, 60_000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        for (int flags : new int[] {0x00, 0x01, 0x02, 0x03}) {
            files.add(harmless(
                    "jbig2-symbols-of-any-size-flags-" + flags,
                    () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Symbols(flags)),
                    IMAGE_TOO_LARGE,
                    PDF_TOO_COMPLEX));
        }
        files.add(refused(
                "jbig2-halftone-grid",
                () -> image(500, 500, 1, "/DeviceGray", "/JBIG2Decode", jbig2Halftone()),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(harmless(
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
        files.add(harmless(
                "jpeg2000-of-any-size",
                () -> image(60_000, 60_000, 8, "/DeviceRGB", "/JPXDecode", Bytes.zeros(1000)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "soft-mask-larger-than-its-image",
                () -> masked("/SMask", 12_000, 12_000, 8),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "mask-larger-than-its-image",
                () -> masked("/Mask", 30_000, 30_000, 1),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "soft-mask-of-a-small-image",
                () -> masked("/SMask", 6_000, 6_000, 8),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(harmless("soft-mask-of-itself", HostilePdfs::maskOfItself, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(refused("stencil-of-30000-squared", HostilePdfs::stencil, IMAGE_TOO_LARGE, PDF_TOO_COMPLEX));
        files.add(refused(
                "inline-image-of-60000-squared",
                () -> new RawPdf()
                        .page("", "q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID \0\0\0\0 EI Q"),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "inline-image-bomb",
                () -> inline("/Fl", Bytes.deflated(Bytes.zeros(MEBIBYTE), 200)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "inline-fax-bomb",
                () -> new RawPdf()
                        .page(
                                "",
                                "q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 1 /CS /G /F /CCF /DP <</K -1/Columns 60000/Rows 60000>> ID \0\0\0\0 EI Q"),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "inline-images-by-the-thousand",
                () -> new RawPdf()
                        .page(
                                "",
                                "q 595 0 0 842 0 0 cm BI /W 3000 /H 3000 /BPC 8 /CS /RGB ID \0\0\0\0 EI Q "
                                        .repeat(500)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "one-image-drawn-1000-times",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int image = pdf.deflated(
                            "/Type/XObject/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 8/ColorSpace/DeviceRGB",
                            Bytes.zeros(9_000),
                            3_000);
                    return pdf.page("/XObject<</I " + image + " 0 R>>", (WHOLE_PAGE + " ").repeat(1000));
                },
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(refused("hundred-images-on-a-page", HostilePdfs::manyImages, IMAGE_TOO_LARGE, PDF_TOO_COMPLEX));
        files.add(harmless(
                "image-of-a-colour-space-of-32-components",
                HostilePdfs::deviceN,
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(harmless("colour-space-that-nests", HostilePdfs::nestedColourSpace, PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(harmless(
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
        files.add(harmless(
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
        return pdf.page("/XObject<</I " + image + " 0 R>>", WHOLE_PAGE);
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
                out.put(Bytes.filled(Math.min(length, 9 * MEBIBYTE), '0')).put(">");
            case "/ASCII85Decode" ->
                out.put(Bytes.filled(Math.min(length / 4, 9 * MEBIBYTE), 'z')).put("~>");
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
        return pdf.page("/XObject<</I " + image + " 0 R>>", WHOLE_PAGE);
    }

    private static byte[] maskOfItself() {
        RawPdf pdf = new RawPdf();
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask "
                        + pdf.next() + " 0 R",
                "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", WHOLE_PAGE);
    }

    private static byte[] stencil() {
        RawPdf pdf = new RawPdf();
        int image = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ImageMask true",
                Bytes.zeros(3_750),
                30_000);
        return pdf.page("/XObject<</I " + image + " 0 R>>", WHOLE_PAGE);
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
        return pdf.page("/XObject<</I " + image + " 0 R>>", WHOLE_PAGE);
    }

    private static byte[] nestedColourSpace() {
        RawPdf pdf = new RawPdf();
        int space = pdf.next();
        pdf.add("[/Indexed " + space + " 0 R 255 <00>]");
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace " + space + " 0 R", "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", WHOLE_PAGE);
    }

    private static List<HostileFile> streams() {
        List<HostileFile> files = new ArrayList<>();
        for (int mebibytes : new int[] {20, 200, 1000}) {
            files.add(refused(
                    "content-of-%d-mebibytes".formatted(mebibytes),
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int content = pdf.deflated("", Bytes.filled(MEBIBYTE, ' '), mebibytes);
                        return pdf.page("", content, "[0 0 595 842]", "");
                    },
                    PDF_TOO_COMPLEX));
        }
        files.add(refused("content-in-1000-parts", HostilePdfs::contentInParts, PDF_TOO_COMPLEX));
        files.add(refused(
                "form-bomb", () -> xobject("/Type/XObject/Subtype/Form/BBox[0 0 100 100]", 300), PDF_TOO_COMPLEX));
        for (int mebibytes : new int[] {50, 500}) {
            files.add(refused(
                    "object-stream-of-%d-mebibytes".formatted(mebibytes),
                    () -> objectStream(Bytes.filled(MEBIBYTE, ' '), mebibytes),
                    PDF_TOO_COMPLEX,
                    PDF_CORRUPT));
            files.add(refused(
                    "cross-reference-of-%d-mebibytes".formatted(mebibytes),
                    () -> xrefStream("[1 2 1]", "[0 100000000]", mebibytes),
                    PDF_TOO_COMPLEX,
                    PDF_CORRUPT));
        }
        files.add(refused(
                "cross-reference-of-no-width",
                () -> xrefStream("[0 0 0]", "[0 2000000000]", 1),
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(refused(
                "cross-reference-predictor",
                () -> xrefStream("[1 2 1]/DecodeParms<</Predictor 12/Columns 1900000000>>", "[0 10]", 1),
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(refused("cross-reference-of-a-million-rows", HostilePdfs::longXref, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(harmless("cross-references-in-a-circle", HostilePdfs::circularXref, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(refused(
                "object-stream-of-many-objects", HostilePdfs::objectStreamOfMany, PDF_TOO_COMPLEX, PDF_CORRUPT));
        for (String key : new String[] {"FontFile", "FontFile2", "FontFile3"}) {
            files.add(harmless("font-bomb-" + key.toLowerCase(), () -> font(key, 300), PDF_TOO_COMPLEX));
        }
        files.add(harmless("character-map-bomb", () -> toUnicode(Bytes.filled(MEBIBYTE, ' '), 300), PDF_TOO_COMPLEX));
        files.add(harmless(
                "character-map-of-all-ranges",
                () -> toUnicode(Bytes.ascii("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange\n"), 5_000),
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "character-map-of-codespaces",
                () -> toUnicode(Bytes.ascii("1 begincodespacerange <00> <FF> endcodespacerange\n"), 50_000),
                PDF_TOO_COMPLEX));
        files.add(harmless("colour-profile-bomb", HostilePdfs::iccBomb, PDF_TOO_COMPLEX));
        files.add(harmless("sampled-function-bomb", HostilePdfs::functionBomb, PDF_TOO_COMPLEX));
        files.add(harmless("sampled-function-of-gigabytes", HostilePdfs::functionOfGigabytes, PDF_TOO_COMPLEX));
        files.add(harmless("metadata-bomb", HostilePdfs::metadataBomb, PDF_TOO_COMPLEX));
        files.add(harmless("embedded-file-bomb", HostilePdfs::embeddedFile, PDF_TOO_COMPLEX));
        files.add(harmless("truetype-maps-every-character-often", HostilePdfs::cmapBomb, PDF_TOO_COMPLEX, PDF_CORRUPT));
        return files;
    }

    private static byte[] xobject(String entries, int mebibytes) {
        RawPdf pdf = new RawPdf();
        int form = pdf.deflated(entries, Bytes.filled(MEBIBYTE, ' '), mebibytes);
        return pdf.page("/XObject<</I " + form + " 0 R>>", "/I Do");
    }

    private static byte[] contentInParts() {
        RawPdf pdf = new RawPdf();
        int part = pdf.deflated("", Bytes.filled(MEBIBYTE, ' '), 1);
        int page = pdf.add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[" + (part + " 0 R ").repeat(1000) + "]>>");
        return pdf.tree("[" + page + " 0 R]", 1);
    }

    /** The page tree lies in an object stream that is a bomb. */
    private static byte[] objectStream(byte[] filler, int times) {
        Bytes out = new Bytes().put("%PDF-1.7\n");
        byte[] bomb = Bytes.deflated(filler, times);
        int stream = out.length();
        out.put("3 0 obj\n<</Type/ObjStm/N 2/First 20/Filter/FlateDecode/Length " + bomb.length + ">>\nstream\n")
                .put(bomb)
                .put("\nendstream\nendobj\n");
        int xref = out.length();
        byte[] entries = new Bytes()
                .put(0, 0, 0, 0)
                .put(2, 0, 3, 0)
                .put(2, 0, 3, 1)
                .put(1)
                .int16(stream)
                .put(0)
                .put(1)
                .int16(xref)
                .put(0)
                .all();
        return xref(out, xref, "[1 2 1]", "[0 5]", entries, "");
    }

    private static byte[] xref(Bytes out, int offset, String widths, String index, byte[] entries, String filter) {
        return out.put("4 0 obj\n<</Type/XRef/Size 5/W" + widths + "/Index" + index + "/Root 1 0 R" + filter
                        + "/Length " + entries.length + ">>\nstream\n")
                .put(entries)
                .put("\nendstream\nendobj\nstartxref\n" + offset + "\n%%EOF\n")
                .all();
    }

    private static byte[] xrefStream(String widths, String index, int mebibytes) {
        RawPdf pdf = new RawPdf();
        int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        pdf.replace(2, "<</Type/Pages/Count 1/Kids[" + page + " 0 R]>>");
        Bytes out = pdf.body();
        return xref(
                out,
                out.length(),
                widths,
                index,
                Bytes.deflated(Bytes.filled(MEBIBYTE, 1), mebibytes),
                "/Filter/FlateDecode");
    }

    private static byte[] longXref() {
        RawPdf pdf = new RawPdf();
        pdf.replace(2, "<</Type/Pages/Count 0/Kids[]>>");
        Bytes out = pdf.body();
        int table = out.length();
        out.put("xref\n0 400000\n").put("0000000009 00000 n \n".repeat(400_000));
        return out.put("trailer\n<</Root 1 0 R/Size 400000>>\nstartxref\n" + table + "\n%%EOF\n")
                .all();
    }

    private static byte[] circularXref() {
        RawPdf pdf = new RawPdf();
        int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        pdf.replace(2, "<</Type/Pages/Count 1/Kids[" + page + " 0 R]>>");
        Bytes out = pdf.body();
        int table = out.length();
        return out.put("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 4/Prev " + table + ">>\nstartxref\n"
                        + table + "\n%%EOF\n")
                .all();
    }

    private static byte[] objectStreamOfMany() {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 500_000; i++) {
            numbers.append(10 + i).append(" 0 ");
        }
        RawPdf pdf = new RawPdf();
        byte[] data = Bytes.deflated(Bytes.ascii(numbers + "null"));
        pdf.stream("/Type/ObjStm/N 500000/First " + numbers.length() + "/Filter/FlateDecode", data);
        pdf.replace(2, "<</Type/Pages/Count 1/Kids[11 0 R]>>");
        return pdf.body().put("trailer\n<</Root 1 0 R>>\n%%EOF\n").all();
    }

    private static byte[] font(String key, int mebibytes) {
        RawPdf pdf = new RawPdf();
        int file = pdf.deflated("/Length1 100/Length2 100/Length3 0/Subtype/Type1C", Bytes.zeros(MEBIBYTE), mebibytes);
        int descriptor = pdf.add("<</Type/FontDescriptor/FontName/Bomb/Flags 32/" + key + " " + file + " 0 R>>");
        int font = pdf.add("<</Type/Font/Subtype/" + (key.equals("FontFile2") ? "TrueType" : "Type1")
                + "/BaseFont/Bomb/FirstChar 32/LastChar 33/Widths[500 500]/FontDescriptor " + descriptor + " 0 R>>");
        return pdf.page("/Font<</F " + font + " 0 R>>", "BT /F 12 Tf 100 700 Td (SUMA PLN 26,77 RAZEM) Tj ET");
    }

    private static byte[] toUnicode(byte[] content, int times) {
        RawPdf pdf = new RawPdf();
        int map = pdf.deflated("", content, times);
        int font = pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode " + map + " 0 R>>");
        return pdf.page("/Font<</F " + font + " 0 R>>", "BT /F 12 Tf 100 700 Td (SUMA PLN 26,77 RAZEM) Tj ET");
    }

    private static byte[] iccBomb() {
        RawPdf pdf = new RawPdf();
        int profile = pdf.deflated("/N 3", Bytes.zeros(MEBIBYTE), 300);
        return pdf.page("/ColorSpace<</C[/ICCBased " + profile + " 0 R]>>", "/C cs 1 0 0 sc 0 0 100 100 re f");
    }

    private static byte[] functionBomb() {
        RawPdf pdf = new RawPdf();
        int function = pdf.deflated(
                "/FunctionType 0/Domain[0 1]/Range[0 1]/Size[300000000]/BitsPerSample 8", Bytes.zeros(MEBIBYTE), 300);
        return pdf.page(
                "/ColorSpace<</C[/Separation/Spot/DeviceGray " + function + " 0 R]>>", "/C cs 1 sc 0 0 100 100 re f");
    }

    private static byte[] functionOfGigabytes() {
        RawPdf pdf = new RawPdf();
        int function = pdf.stream(
                "/FunctionType 0/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]/Size[200 200 200 200]/BitsPerSample 8",
                "x");
        return pdf.page(
                "/ColorSpace<</C[/DeviceN[/A/B/C/D]/DeviceRGB " + function + " 0 R]>>",
                "/C cs 1 1 1 1 sc 0 0 100 100 re f");
    }

    private static byte[] metadataBomb() {
        RawPdf pdf = new RawPdf();
        int metadata = pdf.deflated("/Type/Metadata/Subtype/XML", Bytes.filled(MEBIBYTE, ' '), 300);
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/Metadata " + metadata + " 0 R>>");
        return pdf.page("", "0 0 100 100 re f");
    }

    private static byte[] embeddedFile() {
        RawPdf pdf = new RawPdf();
        int file = pdf.deflated("/Type/EmbeddedFile", Bytes.zeros(MEBIBYTE), 300);
        int spec = pdf.add("<</Type/Filespec/F(bomb)/EF<</F " + file + " 0 R>>>>");
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(bomb) " + spec + " 0 R]>>>>>>");
        return pdf.page("", "0 0 100 100 re f");
    }

    /** A format-13 subtable whose groups each map all of Unicode to one glyph. */
    private static byte[] cmapBomb() {
        int groups = 2_000;
        Bytes subtable =
                new Bytes().int16(13).int16(0).int32(16 + 12L * groups).int32(0).int32(groups);
        for (int i = 0; i < groups; i++) {
            subtable.int32(0).int32(0x10FFFF).int32(1);
        }
        byte[] cmap = new Bytes()
                .int16(0)
                .int16(1)
                .int16(3)
                .int16(10)
                .int32(12)
                .put(subtable.all())
                .all();
        byte[] head = new Bytes()
                .int32(0x10000)
                .int32(0x10000)
                .int32(0)
                .int32(0x5F0F3CF5L)
                .int16(0)
                .int16(1000)
                .put(Bytes.zeros(16))
                .put(Bytes.zeros(8))
                .int16(0)
                .int16(8)
                .int16(2)
                .int16(0)
                .int16(0)
                .all();
        byte[] hhea = new Bytes().int32(0x10000).put(Bytes.zeros(30)).int16(1).all();
        byte[] maxp = new Bytes().int32(0x10000).int16(2).put(Bytes.zeros(26)).all();
        byte[] hmtx = Bytes.zeros(8);
        byte[] loca = Bytes.zeros(6);
        byte[] glyf = Bytes.zeros(4);
        byte[] post = new Bytes().int32(0x30000).put(Bytes.zeros(28)).all();
        byte[] name = new Bytes().int16(0).int16(0).int16(6).all();
        String[] tags = {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"};
        byte[][] tables = {cmap, glyf, head, hhea, hmtx, loca, maxp, name, post};
        Bytes font =
                new Bytes().int32(0x10000).int16(tags.length).int16(0).int16(0).int16(0);
        int offset = 12 + 16 * tags.length;
        for (int i = 0; i < tags.length; i++) {
            font.put(tags[i]).int32(0).int32(offset).int32(tables[i].length);
            offset += tables[i].length;
        }
        for (byte[] table : tables) {
            font.put(table);
        }
        RawPdf pdf = new RawPdf();
        int file = pdf.deflated("/Length1 " + font.length(), font.all(), 1);
        int descriptor = pdf.add("<</Type/FontDescriptor/FontName/Bomb/Flags 32/FontFile2 " + file + " 0 R>>");
        int dictionary = pdf.add(
                "<</Type/Font/Subtype/TrueType/BaseFont/Bomb/FirstChar 32/LastChar 33/Widths[500 500]/FontDescriptor "
                        + descriptor + " 0 R>>");
        return pdf.page("/Font<</F " + dictionary + " 0 R>>", "BT /F 12 Tf 100 700 Td (SUMA PLN 26,77 RAZEM) Tj ET");
    }

    private static List<HostileFile> structures() {
        List<HostileFile> files = new ArrayList<>();
        files.add(refused("pages-claim-a-billion", () -> tree(1_000_000_000L), PDF_TOO_MANY_PAGES, PDF_CORRUPT));
        files.add(refused("pages-claim-less-than-none", () -> tree(-1), PDF_CORRUPT));
        files.add(harmless("pages-claim-more-than-there-are", () -> tree(15), PDF_CORRUPT));
        files.add(refused(
                "page-tree-that-contains-itself", () -> new RawPdf().tree("[2 0 R]", 1), PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(refused("page-tree-of-3000-levels", () -> deepTree(3_000), PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(refused(
                "page-tree-that-doubles", HostilePdfs::doublingTree, PDF_CORRUPT, PDF_TOO_COMPLEX, PDF_TOO_MANY_PAGES));
        files.add(refused(
                "page-tree-of-100000-kids", HostilePdfs::wideTree, PDF_CORRUPT, PDF_TOO_COMPLEX, PDF_TOO_MANY_PAGES));
        for (String bracket : new String[] {"[", "<</A "}) {
            for (int depth : new int[] {1_000, 100_000, 1_000_000}) {
                String close = bracket.equals("[") ? "]" : ">>";
                files.add(harmless(
                        (bracket.equals("[") ? "arrays" : "dictionaries") + "-nested-" + depth,
                        () -> {
                            RawPdf pdf = new RawPdf();
                            pdf.replace(
                                    1,
                                    "<</Type/Catalog/Pages 2 0 R/Deep " + bracket.repeat(depth) + close.repeat(depth)
                                            + ">>");
                            return pdf.page("", "0 0 100 100 re f");
                        },
                        PDF_CORRUPT,
                        PDF_TOO_COMPLEX));
            }
            files.add(harmless(
                    (bracket.equals("[") ? "arrays" : "dictionaries") + "-nested-in-content",
                    () -> new RawPdf().page("", bracket.repeat(300_000)),
                    PDF_CORRUPT,
                    PDF_TOO_COMPLEX));
        }
        files.add(harmless("200000-objects", HostilePdfs::manyObjects, PDF_TOO_COMPLEX));
        files.add(harmless("objects-without-a-table", HostilePdfs::bareObjects, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(harmless(
                "reference-to-itself",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int loop = pdf.next();
                    pdf.add(loop + " 0 R");
                    return pdf.page("/XObject " + loop + " 0 R", "/I Do");
                },
                PDF_CORRUPT));
        files.add(harmless("length-refers-to-itself", HostilePdfs::lengthOfItself, PDF_CORRUPT));
        files.add(harmless("filter-refers-to-itself", HostilePdfs::filterOfItself, PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(harmless(
                "string-of-nine-mebibytes",
                () -> {
                    RawPdf pdf = new RawPdf();
                    pdf.replace(
                            1,
                            "<</Type/Catalog/Pages 2 0 R/S(" + "(".repeat(2_000_000) + ")".repeat(2_000_000) + ")>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "name-of-four-mebibytes",
                () -> {
                    RawPdf pdf = new RawPdf();
                    pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/" + "N".repeat(4_000_000) + " 1>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "array-of-a-million-numbers",
                () -> {
                    RawPdf pdf = new RawPdf();
                    pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/A[" + "70000 ".repeat(1_300_000) + "]>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "array-of-a-million-names",
                () -> {
                    RawPdf pdf = new RawPdf();
                    StringBuilder names = new StringBuilder();
                    for (int i = 0; i < 600_000; i++) {
                        names.append("/N").append(Integer.toString(i, 36));
                    }
                    pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/A[" + names + "]>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "operands-without-an-operator",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int content = pdf.deflated("", Bytes.ascii("70000 "), 1_500_000);
                    return pdf.page("", content, "[0 0 595 842]", "");
                },
                PDF_TOO_COMPLEX));
        for (String box : new String[] {
            "[0 0 1 100000000]", "[0 0 1e30 1e30]", "[0 0 0 0]", "[0 0 NaN 5]", "[0 0 -595 -842]", "[0 0 14400000 1]"
        }) {
            files.add(harmless(
                    "page-box-" + box.replaceAll("[^0-9a-zA-Z-]+", "_"),
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int content = pdf.stream("", "0 0 100 100 re f");
                        return pdf.page("", content, box, "/UserUnit 75000");
                    },
                    IMAGE_TOO_LONG,
                    PDF_CORRUPT,
                    PDF_TOO_COMPLEX));
        }
        files.add(refused("header-only", () -> Bytes.ascii("%PDF-1.7\n"), PDF_CORRUPT));
        files.add(refused(
                "noise-behind-the-header",
                () -> new Bytes()
                        .put("%PDF-1.7\n")
                        .put(Bytes.noise(2_000_000, 11))
                        .all(),
                PDF_CORRUPT));
        files.add(refused("header-by-the-thousand", () -> Bytes.ascii("%PDF-1.7\n".repeat(500_000)), PDF_CORRUPT));
        files.add(refused(
                "endless-trailers",
                () -> Bytes.ascii("%PDF-1.7\n" + "trailer<</Root 1 0 R>>startxref 0 %%EOF ".repeat(100_000)),
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "endless-startxref",
                () -> Bytes.ascii("%PDF-1.7\n" + "xref ".repeat(1_000_000)),
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(refused(
                "that-is-a-picture", () -> Png.header(500, 500).rows(500, 500).end(), FILE_TYPE_MISMATCH));
        files.add(harmless("encrypted-with-a-million-rounds", HostilePdfs::encrypted, PDF_ENCRYPTED, PDF_CORRUPT));
        return files;
    }

    private static byte[] tree(long count) {
        RawPdf pdf = new RawPdf();
        int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        return pdf.tree("[" + page + " 0 R]", count);
    }

    private static byte[] deepTree(int levels) {
        RawPdf pdf = new RawPdf();
        for (int i = 0; i < levels; i++) {
            int number = pdf.next();
            pdf.add("<</Type/Pages/Count 1/Parent " + (i == 0 ? 2 : number - 1) + " 0 R/Kids[" + (number + 1)
                    + " 0 R]>>");
        }
        int page = pdf.add("<</Type/Page/Parent " + (pdf.next() - 1) + " 0 R/MediaBox[0 0 595 842]>>");
        assert page > 0;
        return pdf.tree("[3 0 R]", 1);
    }

    private static byte[] doublingTree() {
        RawPdf pdf = new RawPdf();
        for (int i = 0; i < 40; i++) {
            int number = pdf.next();
            pdf.add("<</Type/Pages/Count 1/Kids[" + (number + 1) + " 0 R " + (number + 1) + " 0 R]>>");
        }
        pdf.add("<</Type/Pages/Count 0/Kids[]>>");
        return pdf.tree("[3 0 R]", 10);
    }

    private static byte[] wideTree() {
        RawPdf pdf = new RawPdf();
        int empty = pdf.add("<</Type/Pages/Count 0/Kids[]>>");
        return pdf.tree("[" + (empty + " 0 R ").repeat(100_000) + "]", 1);
    }

    private static byte[] manyObjects() {
        RawPdf pdf = new RawPdf();
        for (int i = 0; i < 200_000; i++) {
            pdf.add("0");
        }
        return pdf.page("", "0 0 100 100 re f");
    }

    private static byte[] bareObjects() {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < 600_000; i++) {
            text.append(i).append(" 0 obj\n");
        }
        return Bytes.ascii(text.toString());
    }

    private static byte[] lengthOfItself() {
        RawPdf pdf = new RawPdf();
        int stream = pdf.next();
        pdf.add("<</Length " + stream + " 0 R>>\nstream\n0 0 100 100 re f\nendstream");
        return pdf.page("", stream, "[0 0 595 842]", "");
    }

    private static byte[] filterOfItself() {
        RawPdf pdf = new RawPdf();
        int stream = pdf.next();
        pdf.add("<</Length 16/Filter " + stream + " 0 R>>\nstream\n0 0 100 100 re f\nendstream");
        return pdf.page("", stream, "[0 0 595 842]", "");
    }

    private static byte[] encrypted() {
        RawPdf pdf = new RawPdf();
        int handler =
                pdf.add("<</Filter/Standard/V 5/R 6/Length 256/P -1/O<" + "00".repeat(48) + ">/U<" + "00".repeat(48)
                        + ">/OE<" + "00".repeat(32) + ">/UE<" + "00".repeat(32) + ">/Perms<" + "00".repeat(16)
                        + ">/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>");
        int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        pdf.replace(2, "<</Type/Pages/Count 1/Kids[" + page + " 0 R]>>");
        return pdf.end("/Encrypt " + handler + " 0 R/ID[<00><00>]");
    }

    private static List<HostileFile> drawings() {
        List<HostileFile> files = new ArrayList<>();
        for (String kind : new String[] {"form", "group"}) {
            String group = kind.equals("group") ? "/Group<</S/Transparency/CS/DeviceRGB>>" : "";
            files.add(harmless(
                    kind + "-that-draws-itself",
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int form = pdf.next();
                        pdf.stream(form(group, "/XObject<</I " + form + " 0 R>>"), "0 0 500 800 re f /I Do /I Do");
                        return pdf.page("/XObject<</I " + form + " 0 R>>", "/I Do");
                    },
                    PDF_TOO_COMPLEX,
                    PDF_CORRUPT));
            for (int fan : new int[] {2, 10}) {
                files.add(harmless(
                        kind + "s-that-multiply-by-" + fan,
                        () -> nested(group, fan, 30),
                        PDF_TOO_COMPLEX,
                        PDF_CORRUPT));
            }
            files.add(harmless(kind + "s-nested-40-deep", () -> nested(group, 1, 40), PDF_TOO_COMPLEX, PDF_CORRUPT));
            files.add(harmless(
                    kind + "-drawn-20000-times",
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int form = pdf.stream(form(group, ""), "0 0 500 800 re f");
                        return pdf.page("/XObject<</I " + form + " 0 R>>", "/I Do ".repeat(20_000));
                    },
                    PDF_TOO_COMPLEX));
        }
        for (int fan : new int[] {1, 3}) {
            files.add(harmless("patterns-that-nest-by-" + fan, () -> patterns(fan, 12), PDF_TOO_COMPLEX, PDF_CORRUPT));
        }
        files.add(harmless("pattern-of-tiny-steps", () -> pattern("[0 0 1 1]", 0.001, 0.001), PDF_TOO_COMPLEX));
        files.add(harmless(
                "pattern-of-a-huge-cell",
                () -> pattern("[0 0 1000000 1000000]", 1_000_000, 1_000_000),
                PDF_TOO_COMPLEX));
        files.add(harmless("pattern-filled-5000-times", () -> patternOften(5_000), PDF_TOO_COMPLEX));
        files.add(harmless("soft-mask-for-each-of-5000-fills", HostilePdfs::softMasks, PDF_TOO_COMPLEX));
        files.add(harmless("glyph-that-shows-itself", HostilePdfs::recursiveGlyph, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(harmless("glyphs-that-multiply", HostilePdfs::multiplyingGlyphs, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(refused("two-million-operators", () -> content("q Q ", 1_000_000), PDF_TOO_COMPLEX));
        files.add(refused("a-million-saved-states", () -> content("q ", 1_000_000), PDF_TOO_COMPLEX));
        files.add(harmless("100000-full-pages-of-paint", () -> content("0 0 595 842 re f ", 100_000), PDF_TOO_COMPLEX));
        files.add(harmless(
                "100000-strokes-as-wide-as-the-page",
                () -> content("500 w 0 0 m 595 842 l S ", 50_000),
                PDF_TOO_COMPLEX));
        files.add(harmless(
                "dashes-without-end",
                () -> content("[0.0001 0.0001] 0 d 1 w 0 0 m 595 842 l S ", 50),
                PDF_TOO_COMPLEX));
        files.add(harmless("path-of-400000-segments", () -> zigzag(400_000, "f"), PDF_TOO_COMPLEX));
        files.add(harmless("clip-of-20000-segments", () -> zigzag(20_000, "W n 0 0 595 842 re f"), PDF_TOO_COMPLEX));
        files.add(harmless(
                "even-odd-clip-of-5000-segments", () -> zigzag(5_000, "W* n 0 0 595 842 re f"), PDF_TOO_COMPLEX));
        files.add(harmless("clips-upon-clips", HostilePdfs::clips, PDF_TOO_COMPLEX));
        files.add(harmless("text-as-clip", HostilePdfs::textClip, PDF_TOO_COMPLEX));
        for (int type = 1; type <= 7; type++) {
            int shading = type;
            files.add(harmless("shadings-of-type-" + type, () -> shadings(shading, 300), PDF_TOO_COMPLEX, PDF_CORRUPT));
        }
        files.add(harmless("shading-by-a-long-program", HostilePdfs::longProgram, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(harmless("function-that-stitches-itself", HostilePdfs::stitchedItself, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(harmless("program-nested-100000-deep", HostilePdfs::deepProgram, PDF_TOO_COMPLEX, PDF_CORRUPT));
        for (int count : new int[] {5_000, 50_000}) {
            files.add(harmless("annotations-" + count, () -> annotations(count), PDF_TOO_COMPLEX));
        }
        files.add(harmless("blend-modes-everywhere", HostilePdfs::blends, PDF_TOO_COMPLEX));
        return files;
    }

    private static String form(String group, String resources) {
        return "/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + group + "/Resources<<" + resources + ">>";
    }

    private static byte[] nested(String group, int fan, int depth) {
        RawPdf pdf = new RawPdf();
        int first = pdf.next();
        for (int i = 0; i < depth; i++) {
            pdf.stream(form(group, "/XObject<</I " + (pdf.next() + 1) + " 0 R>>"), "/I Do ".repeat(fan));
        }
        pdf.stream(form(group, ""), "0 0 500 800 re f");
        return pdf.page("/XObject<</I " + first + " 0 R>>", "/I Do");
    }

    private static String tiling(String box, double x, double y, String resources) {
        return "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox" + box + "/XStep " + x + "/YStep " + y
                + "/Resources<<" + resources + ">>";
    }

    private static byte[] patterns(int fan, int depth) {
        RawPdf pdf = new RawPdf();
        int first = pdf.next();
        for (int i = 0; i < depth; i++) {
            pdf.stream(
                    tiling("[0 0 500 500]", 500, 500, "/Pattern<</P " + (pdf.next() + 1) + " 0 R>>"),
                    "/Pattern cs /P scn 0 0 500 500 re f ".repeat(fan));
        }
        pdf.stream(tiling("[0 0 500 500]", 500, 500, ""), "0 0 250 250 re f");
        return pdf.page("/Pattern<</P " + first + " 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f");
    }

    private static byte[] pattern(String box, double x, double y) {
        RawPdf pdf = new RawPdf();
        int pattern = pdf.stream(tiling(box, x, y, ""), "0 0 1 1 re f");
        return pdf.page("/Pattern<</P " + pattern + " 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f");
    }

    private static byte[] patternOften(int times) {
        RawPdf pdf = new RawPdf();
        int pattern = pdf.stream(tiling("[0 0 400 400]", 400, 400, ""), "0 0 200 200 re f");
        return pdf.page("/Pattern<</P " + pattern + " 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f ".repeat(times));
    }

    private static byte[] softMasks() {
        RawPdf pdf = new RawPdf();
        int group = pdf.stream(form("/Group<</S/Transparency/CS/DeviceGray>>", ""), "1 g 0 0 595 842 re f");
        return pdf.page(
                "/ExtGState<</G<</SMask<</S/Luminosity/G " + group + " 0 R>>>>>>",
                "/G gs " + "0 0 595 842 re f ".repeat(5_000));
    }

    private static byte[] recursiveGlyph() {
        RawPdf pdf = new RawPdf();
        int font = pdf.next();
        int glyph = font + 1;
        pdf.add("<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a "
                + glyph
                + " 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</F "
                + font + " 0 R>>>>>>");
        pdf.stream("", "1000 0 d0 BT /F 500 Tf (aa) Tj ET");
        return pdf.page("/Font<</F " + font + " 0 R>>", "BT /F 50 Tf 100 700 Td (aaaaaaaaaaaaaaaa) Tj ET");
    }

    private static byte[] multiplyingGlyphs() {
        RawPdf pdf = new RawPdf();
        int first = pdf.next();
        for (int i = 0; i < 20; i++) {
            int font = pdf.next();
            pdf.add("<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a "
                    + (font + 1)
                    + " 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</F "
                    + (font + 2) + " 0 R>>>>>>");
            pdf.stream("", "1000 0 d0 BT /F 500 Tf (aaaaaaaa) Tj ET");
        }
        pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        return pdf.page("/Font<</F " + first + " 0 R>>", "BT /F 50 Tf 100 700 Td (aaaaaaaaaaaaaaaa) Tj ET");
    }

    private static byte[] content(String operators, int times) {
        RawPdf pdf = new RawPdf();
        int content = pdf.deflated("", Bytes.ascii(operators), times);
        return pdf.page("", content, "[0 0 595 842]", "");
    }

    private static byte[] zigzag(int segments, String end) {
        StringBuilder path = new StringBuilder("0 0 m ");
        for (int i = 0; i < segments; i++) {
            path.append(i * 7919 % 595).append(' ').append(i * 104_729 % 842).append(" l ");
        }
        RawPdf pdf = new RawPdf();
        int content = pdf.deflated("", Bytes.ascii(path + end), 1);
        return pdf.page("", content, "[0 0 595 842]", "");
    }

    private static byte[] clips() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            content.append(
                    "%d %d m %d 842 l 595 %d l h W n ".formatted(i % 300, i % 200, 100 + i % 400, 100 + i % 600));
        }
        RawPdf pdf = new RawPdf();
        int stream = pdf.deflated("", Bytes.ascii(content + "0 0 595 842 re f"), 1);
        return pdf.page("", stream, "[0 0 595 842]", "");
    }

    private static byte[] textClip() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        return pdf.page(
                "/Font<</F " + font + " 0 R>>",
                "BT 7 Tr /F 10 Tf 12 TL 20 800 Td " + ("(" + "8%&@".repeat(25) + ") Tj T* ").repeat(60)
                        + "ET 0 0 595 842 re f");
    }

    private static byte[] shadings(int type, int times) {
        RawPdf pdf = new RawPdf();
        String common = "/ColorSpace/DeviceRGB";
        int colours = pdf.add("<</FunctionType 2/Domain[0 1]/C0[0 0 0]/C1[1 1 1]/N 1.7>>");
        int plane = pdf.stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", "{2 copy mul sin}");
        int shading =
                switch (type) {
                    case 1 ->
                        pdf.add("<</ShadingType 1" + common + "/Matrix[595 0 0 842 0 0]/Function " + plane + " 0 R>>");
                    case 2 ->
                        pdf.add("<</ShadingType 2" + common + "/Coords[0 0 595 842]/Extend[true true]/Function "
                                + colours + " 0 R>>");
                    case 3 ->
                        pdf.add("<</ShadingType 3" + common
                                + "/Coords[300 400 0 300 400 500]/Extend[true true]/Function " + colours + " 0 R>>");
                    default ->
                        pdf.deflated(
                                "/ShadingType " + type + common
                                        + "/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/VerticesPerRow 4/Decode[0 595 0 842 0 1 0 1 0 1]",
                                Bytes.noise(30_000, type),
                                20);
                };
        return pdf.page("/Shading<</S " + shading + " 0 R>>", "/S sh ".repeat(times));
    }

    private static byte[] longProgram() {
        RawPdf pdf = new RawPdf();
        int function = pdf.deflated(
                "/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]",
                Bytes.ascii("{" + "2 copy exp sin cos atan pop ".repeat(20_000) + " 0}"),
                1);
        int shading = pdf.add(
                "<</ShadingType 1/ColorSpace/DeviceRGB/Matrix[595 0 0 842 0 0]/Function " + function + " 0 R>>");
        int axial =
                pdf.add("<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 595 842]/Function " + function + " 0 R>>");
        return pdf.page("/Shading<</S " + shading + " 0 R/T " + axial + " 0 R>>", "/S sh /T sh");
    }

    private static byte[] stitchedItself() {
        RawPdf pdf = new RawPdf();
        int function = pdf.next();
        pdf.add("<</FunctionType 3/Domain[0 1]/Functions[" + function + " 0 R " + function
                + " 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>");
        int shading =
                pdf.add("<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 595 842]/Function " + function + " 0 R>>");
        return pdf.page("/Shading<</S " + shading + " 0 R>>", "/S sh");
    }

    private static byte[] deepProgram() {
        RawPdf pdf = new RawPdf();
        int function = pdf.stream("/FunctionType 4/Domain[0 1]/Range[0 1]", "{".repeat(100_000) + "}".repeat(100_000));
        int shading =
                pdf.add("<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 595 842]/Function " + function + " 0 R>>");
        return pdf.page("/Shading<</S " + shading + " 0 R>>", "/S sh");
    }

    private static byte[] annotations(int count) {
        RawPdf pdf = new RawPdf();
        int appearance = pdf.stream(form("", ""), "0 0 500 800 re f");
        int annotation = pdf.add("<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 595 842]/AP<</N " + appearance + " 0 R>>>>");
        int content = pdf.stream("", "0 0 100 100 re f");
        return pdf.page("", content, "[0 0 595 842]", "/Annots[" + (annotation + " 0 R ").repeat(count) + "]");
    }

    private static byte[] blends() {
        RawPdf pdf = new RawPdf();
        return pdf.page("/ExtGState<</G<</BM/Luminosity/ca 0.5>>>>", "/G gs " + "0 0 595 842 re f ".repeat(3_000));
    }

    private static List<HostileFile> texts() {
        List<HostileFile> files = new ArrayList<>();
        files.add(refused("twenty-pages-of-dense-text", () -> pages(20, 400, 150, 2), TEXT_TOO_LONG));
        files.add(refused("one-page-of-60000-letters", () -> pages(1, 600, 100, 1), TEXT_TOO_LONG));
        files.add(refused(
                "one-page-of-a-million-letters", () -> pages(1, 10_000, 100, 0.08), TEXT_TOO_LONG, PDF_TOO_COMPLEX));
        files.add(refused("letters-upon-letters", () -> pages(1, 3_000, 100, 0), TEXT_TOO_LONG));
        files.add(harmless("one-letter-a-line", () -> pages(1, 20_000, 1, 0.04), TEXT_TOO_LONG));
        files.add(refused("forty-pages-of-text", () -> pages(40, 10, 20, 10), PDF_TOO_MANY_PAGES));
        files.add(refused(
                "one-string-of-a-million-letters", () -> strings(1, 1_000_000), TEXT_TOO_LONG, PDF_TOO_COMPLEX));
        files.add(refused("letters-that-mean-a-thousand", HostilePdfs::longUnicode, TEXT_TOO_LONG));
        files.add(harmless("hidden-text-of-a-million-letters", HostilePdfs::hidden, TEXT_TOO_LONG, PDF_TOO_COMPLEX));
        files.add(harmless("twenty-pages-of-nothing", () -> pages(20, 0, 0, 1)));
        return files;
    }

    private static byte[] pages(int count, int rows, int columns, double leading) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Courier>>");
        int content = pdf.deflated(
                "",
                Bytes.ascii("BT /F 2 Tf " + leading + " TL 10 830 Td "
                        + ("(" + "1".repeat(columns) + ") Tj T* ").repeat(rows) + "ET"),
                1);
        StringBuilder kids = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F " + font
                    + " 0 R>>>>/Contents " + content + " 0 R>>");
            kids.append(page).append(" 0 R ");
        }
        return pdf.tree(kids + "]", count);
    }

    private static byte[] strings(int rows, int columns) {
        return pages(1, rows, columns, 1);
    }

    private static byte[] longUnicode() {
        RawPdf pdf = new RawPdf();
        int map = pdf.stream(
                "",
                "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar <31> <" + "0041".repeat(120)
                        + "> endbfchar\n");
        int font = pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode " + map + " 0 R>>");
        return pdf.page(
                "/Font<</F " + font + " 0 R>>",
                "BT /F 2 Tf 2 TL 10 830 Td " + ("(" + "1".repeat(100) + ") Tj T* ").repeat(100) + "ET");
    }

    private static byte[] hidden() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add("<</Type/Font/Subtype/Type1/BaseFont/Courier>>");
        int content = pdf.deflated(
                "",
                Bytes.ascii("BT 3 Tr /F 2 Tf 0.1 TL 10 830 Td " + ("(" + "1".repeat(100) + ") Tj T* ").repeat(10_000)
                        + "ET"),
                1);
        return pdf.page("/Font<</F " + font + " 0 R>>", content, "[0 0 595 842]", "");
    }
}
