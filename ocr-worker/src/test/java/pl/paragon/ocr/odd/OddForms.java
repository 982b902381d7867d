package pl.paragon.ocr.odd;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Forms: the amounts are values of fields, with and without a picture of them. */
final class OddForms {

    /** The value of each line's field, from the third line on. */
    private static final List<String> VALUES = List.of("2026-03-14", "4,50", "15,98", "6,29", "26,77");

    private static final List<String> LABELS = List.of(
            "SKLEP SPOZYWCZY ZOLW",
            "NIP 123-456-32-18",
            "Data zakupu",
            "Chleb wiejski",
            "Maslo smietankowe",
            "Sok jablkowy",
            "SUMA PLN");

    private OddForms() {}

    /** What a form's fields have in common. */
    private record Style(String field, String form, Appearance appearance, boolean inherited) {}

    private enum Appearance {
        TRUE,
        NONE,
        EMPTY,
        OUT_OF_DATE
    }

    static List<OddPdf> all() {
        List<OddPdf> files = new ArrayList<>();
        files.add(OddPdf.text("form-with-appearances", form(text("", Appearance.TRUE))));
        files.add(OddPdf.text("form-without-appearances", form(text("", Appearance.NONE))));
        files.add(OddPdf.text("form-with-empty-appearances", form(text("", Appearance.EMPTY))));
        files.add(OddPdf.text(
                "form-that-is-out-of-date",
                form(new Style("/FT/Tx", "/NeedAppearances true", Appearance.OUT_OF_DATE, false)),
                "0,00"));
        files.add(OddPdf.text("form-of-no-size", form(text("/DA(/F 0 Tf 0 g)", Appearance.NONE))));
        files.add(OddPdf.text("form-of-an-unknown-font", form(text("/DA(/Nowhere 9 Tf 0 g)", Appearance.NONE))));
        files.add(OddPdf.text("form-aligned-to-the-right", form(text("/Q 2", Appearance.NONE))));
        files.add(OddPdf.text("form-of-many-lines", form(text("/Ff 4096", Appearance.NONE))));
        files.add(OddPdf.text(
                "form-of-choices",
                form(new Style("/FT/Ch/Opt[[(x)(0,00)][(4,50)(4,50)]]", "", Appearance.NONE, false)),
                "0,00"));
        files.add(OddPdf.text("form-of-inherited-values", form(new Style("/FT/Tx", "", Appearance.NONE, true))));
        files.add(OddPdf.text("form-with-a-hidden-field", withHiddenField(), "99,13"));
        files.add(OddPdf.text("form-with-a-broken-note", withBrokenNote()));
        return files;
    }

    private static Style text(String field, Appearance appearance) {
        return new Style("/FT/Tx" + field, "", appearance, false);
    }

    private static byte[] form(Style style) {
        return form(style, "");
    }

    private static byte[] form(Style style, String more) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < VALUES.size(); i++) {
            fields.append(field(pdf, font, style, VALUES.get(i), 184 - 14 * i)).append(" 0 R ");
        }
        if (!more.isEmpty()) {
            fields.append(pdf.add(more)).append(" 0 R ");
        }
        pdf.replace(
                1,
                "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + fields + "]" + style.form + "/DR<</Font<</F " + font
                        + " 0 R>>>>/DA(/F 9 Tf 0 g)>>>>");
        String content = "BT /F 9 Tf 14 TL 14 215 Td " + Receipt.shown(LABELS) + "ET";
        return Receipt.page(pdf, "/Font<</F " + font + " 0 R>>", Receipt.BOX, content, "/Annots[" + fields + "]");
    }

    private static int field(RawPdf pdf, int font, Style style, String value, int y) {
        String appearance =
                style.appearance == Appearance.NONE ? "" : "/AP<</N " + appearance(pdf, font, style, value) + " 0 R>>";
        String values = style.field + "/V(" + value + ")";
        if (style.inherited) {
            values = "/Parent " + pdf.add("<<" + values + "/T(above" + y + ")>>") + " 0 R";
        }
        return pdf.add("<</Type/Annot/Subtype/Widget/T(f" + y + ")" + values + appearance + "/F 4/Rect[150 " + y
                + " 230 " + (y + 12) + "]>>");
    }

    private static int appearance(RawPdf pdf, int font, Style style, String value) {
        String shown =
                switch (style.appearance) {
                    case TRUE -> "(" + value + ") Tj";
                    case OUT_OF_DATE -> "(0,00) Tj";
                    default -> "";
                };
        return pdf.stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 80 12]/Resources<</Font<</F " + font + " 0 R>>>>",
                shown.isEmpty() ? "/Tx BMC EMC" : "/Tx BMC q BT /F 9 Tf 0 g 2 3 Td " + shown + " ET Q EMC");
    }

    /** Its appearance is coded in a way that nobody knows. */
    private static byte[] withBrokenNote() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int shown = pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 80 12]/Filter/Brotli", "...");
        int note = pdf.add("<</Type/Annot/Subtype/Stamp/F 4/Rect[150 10 230 22]/AP<</N " + shown + " 0 R>>>>");
        String resources = "/Font<</F " + font + " 0 R>>";
        return Receipt.page(pdf, resources, Receipt.BOX, Receipt.content(), "/Annots[" + note + " 0 R]");
    }

    private static byte[] withHiddenField() {
        return form(
                text("", Appearance.NONE),
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(h)/V(99,13)/F 2/Rect[150 20 230 32]>>");
    }
}
