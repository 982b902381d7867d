package pl.paragon.ocr.odd;

import java.util.List;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Page trees that lie about what they hold. */
final class OddPageTrees {

    private OddPageTrees() {}

    static List<OddPdf> all() {
        return List.of(
                OddPdf.text("tree-count-nine-of-one", tree("[PAGE 0 R]", "/Count 9")),
                OddPdf.text("tree-count-none-of-one", tree("[PAGE 0 R]", "/Count 0")),
                OddPdf.text("tree-count-below-none", tree("[PAGE 0 R]", "/Count -3")),
                OddPdf.text("tree-without-count", tree("[PAGE 0 R]", "")),
                OddPdf.text("tree-count-no-number", tree("[PAGE 0 R]", "/Count(one)")),
                OddPdf.text("tree-with-missing-kids", tree("[900 0 R null PAGE 0 R 901 0 R]", "/Count 4")),
                OddPdf.text("tree-within-itself", tree("[2 0 R PAGE 0 R]", "/Count 2")),
                OddPdf.text("tree-with-a-page-twice", tree("[PAGE 0 R PAGE 0 R]", "/Count 2")),
                OddPdf.text("tree-nested-with-wrong-counts", nested()),
                OddPdf.text("tree-that-is-a-page", singlePage()),
                OddPdf.text("tree-count-less-than-there-are", emptyPageFirst()));
    }

    private static byte[] tree(String kids, String count) {
        RawPdf pdf = new RawPdf();
        int page = page(pdf, "/MediaBox" + Receipt.BOX);
        pdf.replace(2, "<</Type/Pages" + count + "/Kids" + kids.replace("PAGE", String.valueOf(page)) + ">>");
        return pdf.end();
    }

    private static int page(RawPdf pdf, String entries) {
        int font = pdf.add(Receipt.FONT);
        int content = pdf.stream("", Receipt.content());
        return pdf.add("<</Type/Page/Parent 2 0 R" + entries + "/Resources<</Font<</F " + font + " 0 R>>>>/Contents "
                + content + " 0 R>>");
    }

    /** The box of the page is inherited from the level above. */
    private static byte[] nested() {
        RawPdf pdf = new RawPdf();
        int page = page(pdf, "");
        int inner = pdf.add("<</Type/Pages/Count 7/Kids[" + page + " 0 R]>>");
        int outer = pdf.add("<</Type/Pages/Count 0/MediaBox" + Receipt.BOX + "/Kids[" + inner + " 0 R]>>");
        return pdf.tree("[" + outer + " 0 R]", 5);
    }

    private static byte[] singlePage() {
        RawPdf pdf = new RawPdf();
        int page = page(pdf, "/MediaBox" + Receipt.BOX);
        return pdf.replace(1, "<</Type/Catalog/Pages " + page + " 0 R>>")
                .replace(2, "null")
                .end();
    }

    /** The first page has nothing but a heading. */
    private static byte[] emptyPageFirst() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int heading = Receipt.node(
                pdf,
                "/Font<</F " + font + " 0 R>>",
                Receipt.BOX,
                "BT /F 12 Tf 20 200 Td (Potwierdzenie zakupu) Tj ET",
                "");
        int page = page(pdf, "/MediaBox" + Receipt.BOX);
        return pdf.tree("[" + heading + " 0 R " + page + " 0 R]", 1);
    }
}
