package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;
import static pl.paragon.contracts.error.ErrorCode.TEXT_TOO_LONG;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** PDF files whose forms and attachments do not end. */
final class HostilePdfForms {

    private static final String SOMETHING = "0 0 100 100 re f";

    private HostilePdfForms() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.add(HostilePdfs.harmless("attachment-of-a-gibibyte", () -> attachments(1, 1024)));
        files.add(HostilePdfs.harmless("attachments-by-the-hundred", () -> attachments(100, 30)));
        files.add(HostilePdfs.harmless("attachment-names-within-themselves", HostilePdfForms::endlessNames));
        files.add(HostilePdfs.harmless("attachments-within-attachments", HostilePdfForms::nested));
        files.add(HostilePdfs.harmless("fields-10000", () -> fields(10_000, "(1,00)", ""), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "field-of-a-megabyte", () -> fields(1, "(" + "1,00 ".repeat(200_000) + ")", ""), TEXT_TOO_LONG));
        files.add(HostilePdfs.harmless(
                "field-within-itself", () -> fields(1, "null", "/Parent 3 0 R"), PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("field-of-any-size", () -> fields(1, "(1,00)", "/DA(/F 99999999999 Tf)")));
        return files;
    }

    private static byte[] attachments(int count, int mebibytes) {
        RawPdf pdf = new RawPdf();
        byte[] jpeg = new byte[HostilePdfs.MEBIBYTE];
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) 0xFF;
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int file = pdf.deflated("/Type/EmbeddedFile", jpeg, mebibytes);
            names.append("(")
                    .append(i)
                    .append(")<</Type/Filespec/EF<</F ")
                    .append(file)
                    .append(" 0 R>>>>");
        }
        return carrying(pdf, "<</Names[" + names + "]>>");
    }

    private static byte[] carrying(RawPdf pdf, String names) {
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles " + names + ">>>>");
        return pdf.page("", SOMETHING);
    }

    private static byte[] endlessNames() {
        RawPdf pdf = new RawPdf();
        int tree = pdf.next();
        pdf.add("<</Kids[" + (tree + " 0 R ").repeat(10_000) + "]>>");
        return carrying(pdf, tree + " 0 R");
    }

    private static byte[] nested() {
        byte[] inner = new RawPdf().page("", SOMETHING);
        for (int i = 0; i < 20; i++) {
            RawPdf pdf = new RawPdf();
            int file = pdf.deflated("/Type/EmbeddedFile", inner, 1);
            inner = carrying(pdf, "<</Names[(a)<</EF<</F " + file + " 0 R>>>>]>>");
        }
        return inner;
    }

    /** The first of them is object 3. */
    private static byte[] fields(int count, String value, String entries) {
        RawPdf pdf = new RawPdf();
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int field = pdf.add(
                    "<</Type/Annot/Subtype/Widget/FT/Tx/V" + value + "/F 4/Rect[10 10 200 30]" + entries + ">>");
            fields.append(field).append(" 0 R ");
        }
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</NeedAppearances true/Fields[" + fields + "]>>>>");
        return pdf.page("", pdf.stream("", SOMETHING), "[0 0 595 842]", "/Annots[" + fields + "]");
    }
}
