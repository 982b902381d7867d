package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Pages of PDF files that draw without end. */
final class HostilePdfDrawings {

    private HostilePdfDrawings() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        for (String kind : new String[] {"form", "group"}) {
            String group = kind.equals("group") ? "/Group<</S/Transparency/CS/DeviceRGB>>" : "";
            files.add(HostilePdfs.harmless(
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
                files.add(HostilePdfs.harmless(
                        kind + "s-that-multiply-by-" + fan,
                        () -> nested(group, fan, 30),
                        PDF_TOO_COMPLEX,
                        PDF_CORRUPT));
            }
            files.add(HostilePdfs.harmless(
                    kind + "s-nested-40-deep", () -> nested(group, 1, 40), PDF_TOO_COMPLEX, PDF_CORRUPT));
            files.add(HostilePdfs.harmless(
                    kind + "-drawn-20000-times",
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int form = pdf.stream(form(group, ""), "0 0 500 800 re f");
                        return pdf.page("/XObject<</I " + form + " 0 R>>", "/I Do ".repeat(20_000));
                    },
                    PDF_TOO_COMPLEX));
        }
        for (int fan : new int[] {1, 3}) {
            files.add(HostilePdfs.harmless(
                    "patterns-that-nest-by-" + fan, () -> patterns(fan, 12), PDF_TOO_COMPLEX, PDF_CORRUPT));
        }
        files.add(HostilePdfs.harmless(
                "pattern-of-tiny-steps", () -> pattern("[0 0 1 1]", 0.001, 0.001), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "pattern-of-a-huge-cell",
                () -> pattern("[0 0 1000000 1000000]", 1_000_000, 1_000_000),
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("pattern-filled-5000-times", () -> patternOften(5_000), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "soft-mask-for-each-of-5000-fills", HostilePdfDrawings::softMasks, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "glyph-that-shows-itself", HostilePdfDrawings::recursiveGlyph, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "glyphs-that-multiply", HostilePdfDrawings::multiplyingGlyphs, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.refused("two-million-operators", () -> content("q Q ", 1_000_000), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused("a-million-saved-states", () -> content("q ", 1_000_000), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "100000-full-pages-of-paint", () -> content("0 0 595 842 re f ", 100_000), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "100000-strokes-as-wide-as-the-page",
                () -> content("500 w 0 0 m 595 842 l S ", 50_000),
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "dashes-without-end",
                () -> content("[0.0001 0.0001] 0 d 1 w 0 0 m 595 842 l S ", 50),
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("path-of-400000-segments", () -> zigzag(400_000, "f"), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "clip-of-20000-segments", () -> zigzag(20_000, "W n 0 0 595 842 re f"), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "even-odd-clip-of-5000-segments", () -> zigzag(5_000, "W* n 0 0 595 842 re f"), PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("clips-upon-clips", HostilePdfDrawings::clips, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless("text-as-clip", HostilePdfDrawings::textClip, PDF_TOO_COMPLEX));
        for (int type = 1; type <= 7; type++) {
            int shading = type;
            files.add(HostilePdfs.harmless(
                    "shadings-of-type-" + type, () -> shadings(shading, 300), PDF_TOO_COMPLEX, PDF_CORRUPT));
        }
        files.add(HostilePdfs.harmless(
                "shading-by-a-long-program", HostilePdfDrawings::longProgram, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "function-that-stitches-itself", HostilePdfDrawings::stitchedItself, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "program-nested-100000-deep", HostilePdfDrawings::deepProgram, PDF_TOO_COMPLEX, PDF_CORRUPT));
        for (int count : new int[] {5_000, 50_000}) {
            files.add(HostilePdfs.harmless("annotations-" + count, () -> annotations(count), PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.harmless("blend-modes-everywhere", HostilePdfDrawings::blends, PDF_TOO_COMPLEX));
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
}
