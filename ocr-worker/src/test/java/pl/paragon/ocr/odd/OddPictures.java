package pl.paragon.ocr.odd;

import java.util.Arrays;
import java.util.List;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.testsupport.hostile.RawPdf;

/** Files whose pages come out blank or dark: the reason is the file's, not the photographer's. */
final class OddPictures {

    private OddPictures() {}

    static List<OddPdf> all() {
        byte[] noise = new byte[4_000];
        Arrays.fill(noise, (byte) 0x5A);
        return List.of(
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
