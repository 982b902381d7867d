package pl.paragon.ocr.odd;

import java.util.Arrays;
import java.util.List;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Files whose pages come out blank or dark: the reason is the file's, not the photographer's. */
final class OddPictures {

    private OddPictures() {}

    static List<OddPdf> all() {
        byte[] noise = new byte[4_000];
        Arrays.fill(noise, (byte) 0x5A);
        return List.of(
                OddPdf.pixels("picture-in-jpeg-2000", jpeg2000("")),
                OddPdf.pixels("picture-in-jpeg-2000-in-a-list", jpeg2000("[/JPXDecode]")),
                OddPdf.pixels("picture-in-jpeg-2000-over-garbage", scanned("")),
                OddPdf.pixels("picture-in-jpeg-2000-below-its-print", inLayers("/SMask", "")),
                OddPdf.pixels(
                        "picture-in-jpeg-2000-below-its-stencil", inLayers("/Mask", "/ImageMask true/Decode[1 0]")),
                OddPdf.refused(
                        "picture-of-half-a-jpeg-2000",
                        OddLetters.picture("/Filter/JPXDecode", Arrays.copyOf(Receipt.jpeg2000(), 150), ""),
                        ErrorCode.PDF_IMAGE_UNREADABLE),
                broken("picture-in-broken-jpeg-2000", "/Filter/JPXDecode", noise),
                broken("picture-in-broken-jpeg", "/Filter/DCTDecode", noise),
                broken("picture-of-half-a-jpeg", "/Filter/DCTDecode", Arrays.copyOf(Receipt.jpeg(), 700)),
                broken("picture-in-an-unknown-format", "/Filter/WebPDecode", noise),
                broken("picture-cut-off", "", noise),
                broken("picture-broken-within-deflate", "/Filter/FlateDecode", noise),
                broken("picture-in-broken-jbig2", "/Filter/JBIG2Decode", noise),
                OddPdf.refused("page-blank", Receipt.page(""), ErrorCode.PDF_BLANK),
                OddPdf.refused("page-painted-white", Receipt.page("1 g 0 0 240 240 re f"), ErrorCode.PDF_BLANK),
                OddPdf.refused("pages-blank", pages(), ErrorCode.PDF_BLANK),
                OddPdf.refused(
                        "page-of-invisible-text", Receipt.page(Receipt.content("3 Tr")), ErrorCode.PDF_TEXT_NOT_SHOWN),
                OddPdf.refused(
                        "page-of-white-text", Receipt.page("1 g " + Receipt.content()), ErrorCode.PDF_TEXT_NOT_SHOWN));
    }

    private static byte[] jpeg2000(String filter) {
        RawPdf pdf = new RawPdf();
        int image = jpeg2000(pdf, filter.isEmpty() ? "/JPXDecode" : filter, Receipt.jpeg2000(), "");
        return page(pdf, "/XObject<</I " + image + " 0 R>>", "");
    }

    private static byte[] scanned(String entries) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int image = jpeg2000(pdf, "/JPXDecode", Receipt.jpeg2000(), entries);
        return page(pdf, "/Font<</F " + font + " 0 R>>/XObject<</I " + image + " 0 R>>", Receipt.garbage());
    }

    /** As scanners write that separate print from paper: one blot of ink, and the print as its mask. */
    private static byte[] inLayers(String kind, String entries) {
        RawPdf pdf = new RawPdf();
        byte[] print = Receipt.print(entries.isEmpty());
        int mask = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width " + Receipt.PIXELS_WIDE + "/Height " + Receipt.height()
                        + (entries.isEmpty() ? "/BitsPerComponent 8/ColorSpace/DeviceGray" : "/BitsPerComponent 1")
                        + entries,
                print,
                1);
        int image = jpeg2000(pdf, "/JPXDecode", Receipt.blot(), kind + " " + mask + " 0 R");
        return page(pdf, "/XObject<</I " + image + " 0 R>>", "");
    }

    private static int jpeg2000(RawPdf pdf, String filter, byte[] coded, String entries) {
        return pdf.stream(
                "/Type/XObject/Subtype/Image/Width " + Receipt.PIXELS_WIDE + "/Height " + Receipt.height() + "/Filter"
                        + filter + entries,
                coded);
    }

    private static byte[] page(RawPdf pdf, String resources, String before) {
        return Receipt.page(pdf, resources, Receipt.BOX, before + "q 240 0 0 240 0 0 cm /I Do Q", "");
    }

    private static OddPdf broken(String name, String filter, byte[] data) {
        return OddPdf.refused(name, OddLetters.picture(filter, data, ""), ErrorCode.PDF_IMAGE_UNREADABLE);
    }

    private static byte[] pages() {
        RawPdf pdf = new RawPdf();
        int first = Receipt.node(pdf, "", Receipt.BOX, "", "");
        int second = Receipt.node(pdf, "", Receipt.BOX, "", "");
        return pdf.tree("[" + first + " 0 R " + second + " 0 R]", 2);
    }
}
