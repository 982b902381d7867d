package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Streams of PDF files that decode to much more than they are, or that mean much more than they hold. */
final class HostilePdfStreams {

    private HostilePdfStreams() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        for (int mebibytes : new int[] {20, 200, 1000}) {
            files.add(HostilePdfs.refused(
                    "content-of-%d-mebibytes".formatted(mebibytes),
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int content = pdf.deflated("", Bytes.filled(HostilePdfs.MEBIBYTE, ' '), mebibytes);
                        return pdf.page("", content, "[0 0 595 842]", "");
                    },
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused("content-in-1000-parts", HostilePdfStreams::contentInParts, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "form-bomb", () -> xobject("/Type/XObject/Subtype/Form/BBox[0 0 100 100]", 300), PDF_TOO_COMPLEX));
        for (int mebibytes : new int[] {50, 500}) {
            files.add(HostilePdfs.refused(
                    "object-stream-of-%d-mebibytes".formatted(mebibytes),
                    () -> objectStream(Bytes.filled(HostilePdfs.MEBIBYTE, ' '), mebibytes),
                    PDF_TOO_COMPLEX,
                    PDF_CORRUPT));
            files.add(HostilePdfs.refused(
                    "cross-reference-of-%d-mebibytes".formatted(mebibytes),
                    () -> xrefStream("[1 2 1]", "[0 100000000]", mebibytes),
                    PDF_TOO_COMPLEX,
                    PDF_CORRUPT));
        }
        files.add(HostilePdfs.refused(
                "cross-reference-of-no-width",
                () -> xrefStream("[0 0 0]", "[0 2000000000]", 1),
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "cross-reference-predictor",
                () -> xrefStream("[1 2 1]/DecodeParms<</Predictor 12/Columns 1900000000>>", "[0 10]", 1),
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "cross-reference-of-a-million-rows", HostilePdfStreams::longXref, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "cross-references-in-a-circle", HostilePdfStreams::circularXref, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "object-stream-of-many-objects", HostilePdfStreams::objectStreamOfMany, PDF_TOO_COMPLEX, PDF_CORRUPT));
        for (String key : new String[] {"FontFile", "FontFile2", "FontFile3"}) {
            files.add(HostilePdfs.harmless("font-bomb-" + key.toLowerCase(), () -> font(key, 300), PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.harmless(
                "character-map-bomb", () -> toUnicode(Bytes.filled(HostilePdfs.MEBIBYTE, ' '), 300), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "character-map-of-all-ranges",
                () -> toUnicode(Bytes.ascii("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange\n"), 5_000),
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "character-map-of-codespaces",
                () -> toUnicode(Bytes.ascii("1 begincodespacerange <00> <FF> endcodespacerange\n"), 50_000),
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("colour-profile-bomb", HostilePdfStreams::iccBomb, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("sampled-function-bomb", HostilePdfStreams::functionBomb, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "sampled-function-of-gigabytes", HostilePdfStreams::functionOfGigabytes, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("metadata-bomb", HostilePdfStreams::metadataBomb, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("embedded-file-bomb", HostilePdfStreams::embeddedFile, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "truetype-maps-every-character-often", HostilePdfStreams::cmapBomb, PDF_TOO_COMPLEX, PDF_CORRUPT));
        return files;
    }

    private static byte[] xobject(String entries, int mebibytes) {
        RawPdf pdf = new RawPdf();
        int form = pdf.deflated(entries, Bytes.filled(HostilePdfs.MEBIBYTE, ' '), mebibytes);
        return pdf.page("/XObject<</I " + form + " 0 R>>", "/I Do");
    }

    private static byte[] contentInParts() {
        RawPdf pdf = new RawPdf();
        int part = pdf.deflated("", Bytes.filled(HostilePdfs.MEBIBYTE, ' '), 1);
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
                Bytes.deflated(Bytes.filled(HostilePdfs.MEBIBYTE, 1), mebibytes),
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
        int file = pdf.deflated(
                "/Length1 100/Length2 100/Length3 0/Subtype/Type1C", Bytes.zeros(HostilePdfs.MEBIBYTE), mebibytes);
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
        int profile = pdf.deflated("/N 3", Bytes.zeros(HostilePdfs.MEBIBYTE), 300);
        return pdf.page("/ColorSpace<</C[/ICCBased " + profile + " 0 R]>>", "/C cs 1 0 0 sc 0 0 100 100 re f");
    }

    private static byte[] functionBomb() {
        RawPdf pdf = new RawPdf();
        int function = pdf.deflated(
                "/FunctionType 0/Domain[0 1]/Range[0 1]/Size[300000000]/BitsPerSample 8",
                Bytes.zeros(HostilePdfs.MEBIBYTE),
                300);
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
        int metadata = pdf.deflated("/Type/Metadata/Subtype/XML", Bytes.filled(HostilePdfs.MEBIBYTE, ' '), 300);
        pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/Metadata " + metadata + " 0 R>>");
        return pdf.page("", "0 0 100 100 re f");
    }

    private static byte[] embeddedFile() {
        RawPdf pdf = new RawPdf();
        int file = pdf.deflated("/Type/EmbeddedFile", Bytes.zeros(HostilePdfs.MEBIBYTE), 300);
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
}
