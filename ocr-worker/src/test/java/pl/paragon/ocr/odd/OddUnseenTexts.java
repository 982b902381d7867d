package pl.paragon.ocr.odd;

import java.util.List;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Text that is in the file and not on the page. */
final class OddUnseenTexts {

    private static final String PICTURE = "q 240 0 0 240 0 0 cm /I Do Q ";
    private static final String SECRET = "(Tajemnica 99,13) Tj ";

    private OddUnseenTexts() {}

    static List<OddPdf> all() {
        return List.of(
                OddPdf.pixels("unseen-scan-without-text", picture("")),
                OddPdf.pixels("unseen-render-mode-three", picture("3 Tr " + Receipt.garbage() + PICTURE), "99,13"),
                OddPdf.pixels("unseen-under-the-picture", picture(Receipt.garbage() + PICTURE), "99,13"),
                OddPdf.pixels("unseen-white-over-the-picture", picture(PICTURE + "1 g " + Receipt.garbage()), "99,13"),
                OddPdf.pixels(
                        "unseen-clipped", picture("q 0 0 1 1 re W n " + Receipt.garbage() + "Q " + PICTURE), "99,13"),
                OddPdf.pixels(
                        "unseen-covered-by-paint",
                        picture(Receipt.garbage() + "1 g 0 0 240 240 re f " + PICTURE),
                        "99,13"),
                OddPdf.pixels("unseen-beyond-the-page", picture(PICTURE + moved(400)), "99,13"),
                OddPdf.pixels(
                        "unseen-of-no-size", picture(PICTURE + Receipt.garbage().replace("/F 7", "/F 0.4")), "99,13"),
                OddPdf.pixels("unseen-transparent", transparent(), "99,13"),
                OddPdf.pixels("unseen-in-a-hidden-layer", hiddenLayer(), "99,13"),
                OddPdf.text("unseen-words-white-on-white", beside("1 g "), "99,13"),
                OddPdf.text("unseen-words-in-mode-three", beside("3 Tr "), "99,13"),
                OddPdf.text("unseen-words-beyond-the-page", beside("500 0 Td "), "99,13"),
                OddPdf.text("unseen-words-of-no-size", beside("/F 0.5 Tf "), "99,13"),
                OddPdf.text(
                        "unseen-words-covered",
                        Receipt.page(
                                "BT /F 9 Tf 14 20 Td " + SECRET + "ET 1 g 0 0 240 60 re f 0 g " + Receipt.content()),
                        "99,13"),
                OddPdf.pixels("unseen-amount-below-another", amountBelowAnother(), "99,13"),
                OddPdf.text("unseen-nothing-of-print-written-twice", writtenTwice(), "SSUU"),
                OddPdf.text("unseen-because-the-page-is-too-much", tooMuchToDraw()),
                OddPdf.text("unseen-nothing-on-a-tinted-page", tinted()));
    }

    private static byte[] picture(String content) {
        return Receipt.pageWithPicture(Receipt.BOX, content.isEmpty() ? PICTURE : content, "");
    }

    private static String moved(int by) {
        return "q 1 0 0 1 " + by + " 0 cm " + Receipt.garbage() + "Q ";
    }

    private static byte[] beside(String style) {
        return Receipt.page(Receipt.content() + "BT /F 9 Tf 14 20 Td " + style + SECRET + "ET");
    }

    /** As if somebody had pasted another sum over the true one. */
    private static byte[] amountBelowAnother() {
        String below = Receipt.content().replace("26,77", "99,13");
        String sum = "BT /F 9 Tf 153.4 89 Td (26,77) Tj ET";
        return Receipt.page(below + "1 g 150 86 40 11 re f 0 g " + sum);
    }

    /** Bold, by a program that has no bold font. */
    private static byte[] writtenTwice() {
        return Receipt.page(Receipt.content() + "q 1 0 0 1 0.3 0 cm " + Receipt.content() + "Q ");
    }

    /** A background of ten thousand shapes: a page that is not drawn keeps its text. */
    private static byte[] tooMuchToDraw() {
        return Receipt.page("0.9 g " + "0 0 240 240 re f ".repeat(10_000) + "0 g " + Receipt.content());
    }

    private static byte[] tinted() {
        return Receipt.page("0.85 0.9 0.8 rg 0 0 240 240 re f 0.2 0.2 0.2 rg " + Receipt.content());
    }

    private static byte[] transparent() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int image = Receipt.image(pdf);
        String resources = "/Font<</F " + font + " 0 R>>/XObject<</I " + image + " 0 R>>/ExtGState<</T<</ca 0>>>>";
        return Receipt.page(pdf, resources, Receipt.BOX, PICTURE + "/T gs " + Receipt.garbage(), "");
    }

    private static byte[] hiddenLayer() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int image = Receipt.image(pdf);
        int layer = pdf.add("<</Type/OCG/Name(OCR)>>");
        pdf.replace(
                1,
                "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[" + layer + " 0 R]/D<</OFF[" + layer + " 0 R]>>>>>>");
        String resources =
                "/Font<</F " + font + " 0 R>>/XObject<</I " + image + " 0 R>>/Properties<</L " + layer + " 0 R>>";
        return Receipt.page(pdf, resources, Receipt.BOX, PICTURE + "/OC /L BDC " + Receipt.garbage() + "EMC", "");
    }
}
