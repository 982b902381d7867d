package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_MANY_PAGES;
import static pl.paragon.contracts.error.ErrorCode.TEXT_TOO_LONG;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Text layers of PDF files that are longer than any receipt. */
final class HostilePdfTexts {

    private HostilePdfTexts() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.add(HostilePdfs.refused("twenty-pages-of-dense-text", () -> pages(20, 400, 150, 2), TEXT_TOO_LONG));
        files.add(HostilePdfs.refused("one-page-of-60000-letters", () -> pages(1, 600, 100, 1), TEXT_TOO_LONG));
        files.add(HostilePdfs.refused(
                "one-page-of-a-million-letters", () -> pages(1, 10_000, 100, 0.08), TEXT_TOO_LONG, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused("letters-upon-letters", () -> pages(1, 3_000, 100, 0), TEXT_TOO_LONG));
        files.add(HostilePdfs.harmless("one-letter-a-line", () -> pages(1, 20_000, 1, 0.04), TEXT_TOO_LONG));
        files.add(HostilePdfs.refused("forty-pages-of-text", () -> pages(40, 10, 20, 10), PDF_TOO_MANY_PAGES));
        files.add(HostilePdfs.refused(
                "one-string-of-a-million-letters", () -> strings(1, 1_000_000), TEXT_TOO_LONG, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused("letters-that-mean-a-thousand", HostilePdfTexts::longUnicode, TEXT_TOO_LONG));
        files.add(HostilePdfs.harmless(
                "hidden-text-of-a-million-letters", HostilePdfTexts::hidden, TEXT_TOO_LONG, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("twenty-pages-of-nothing", () -> pages(20, 0, 0, 1)));
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
