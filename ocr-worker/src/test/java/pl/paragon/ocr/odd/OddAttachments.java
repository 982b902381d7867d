package pl.paragon.ocr.odd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Files that a PDF carries. */
final class OddAttachments {

    private OddAttachments() {}

    static List<OddPdf> all() {
        byte[] receipt = Receipt.page(Receipt.content());
        byte[] xml = "<invoice><sum>99.13</sum></invoice>".getBytes(StandardCharsets.UTF_8);
        return List.of(
                OddPdf.pixels("attached-jpeg", named(OddLetters.text(), Receipt.jpeg())),
                OddPdf.pixels("attached-png", named(OddLetters.text(), Receipt.png())),
                OddPdf.text("attached-pdf", named(OddLetters.text(), receipt)),
                OddPdf.text("attached-behind-data", named(OddLetters.text(), xml, receipt)),
                OddPdf.text("attached-behind-a-broken-file", named(OddLetters.text(), cut(Receipt.png()), receipt)),
                OddPdf.text("attached-to-a-blank-page", named("", receipt)),
                OddPdf.text("attached-in-a-tree-of-names", tree("/Kids[KID 0 R]", receipt)),
                OddPdf.text("attached-in-a-tree-within-itself", tree("/Kids[KID 0 R TREE 0 R]", receipt)),
                OddPdf.text("attached-as-associated", associated(receipt)),
                OddPdf.pixels("attached-by-a-pin", pinned(Receipt.jpeg())),
                OddPdf.text("attached-to-a-receipt", named(Receipt.content(), other())),
                OddPdf.refused(
                        "attached-and-cut-off", named(OddLetters.text(), cut(Receipt.png())), ErrorCode.IMAGE_CORRUPT),
                OddPdf.refused("attached-to-an-attachment", named("", named("", receipt)), ErrorCode.PDF_BLANK));
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] other() {
        return Receipt.page(Receipt.content().replace("26,77", "99,13"));
    }

    private static byte[] named(String content, byte[]... files) {
        RawPdf pdf = new RawPdf();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < files.length; i++) {
            names.append("(file")
                    .append(i)
                    .append(") ")
                    .append(specification(pdf, files[i]))
                    .append(" 0 R ");
        }
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + names + "]>>>>>>");
        return letter(pdf, content, "");
    }

    private static int specification(RawPdf pdf, byte[] file) {
        int stream = pdf.deflated("/Type/EmbeddedFile", file, 1);
        return pdf.add("<</Type/Filespec/F(file)/UF(file)/EF<</F " + stream + " 0 R>>>>");
    }

    private static byte[] letter(RawPdf pdf, String content, String entries) {
        int font = pdf.add(Receipt.FONT);
        String box = content.equals(Receipt.content()) ? Receipt.BOX : "[0 0 595 842]";
        return Receipt.page(pdf, "/Font<</F " + font + " 0 R>>", box, content, entries);
    }

    private static byte[] tree(String root, byte[] file) {
        RawPdf pdf = new RawPdf();
        int specification = specification(pdf, file);
        int kid = pdf.add("<</Limits[(a)(b)]/Names[(a) " + specification + " 0 R]>>");
        int tree = pdf.next();
        pdf.add("<<" + root.replace("KID", String.valueOf(kid)).replace("TREE", String.valueOf(tree)) + ">>");
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles " + tree + " 0 R>>>>");
        return letter(pdf, OddLetters.text(), "");
    }

    private static byte[] associated(byte[] file) {
        RawPdf pdf = new RawPdf();
        int specification = specification(pdf, file);
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/AF[" + specification + " 0 R]>>");
        return letter(pdf, OddLetters.text(), "");
    }

    private static byte[] pinned(byte[] file) {
        RawPdf pdf = new RawPdf();
        int specification = specification(pdf, file);
        int pin = pdf.add("<</Type/Annot/Subtype/FileAttachment/Rect[20 20 40 40]/FS " + specification + " 0 R>>");
        return letter(pdf, OddLetters.text(), "/Annots[" + pin + " 0 R]");
    }
}
