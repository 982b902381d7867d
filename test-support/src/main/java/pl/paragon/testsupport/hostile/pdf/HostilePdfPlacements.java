package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Images by the way they are used: as masks, inline, over and over, in costly colour spaces. */
final class HostilePdfPlacements {

    private HostilePdfPlacements() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.add(HostilePdfs.refused(
                "soft-mask-larger-than-its-image",
                () -> masked("/SMask", 12_000, 12_000, 8),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "mask-larger-than-its-image",
                () -> masked("/Mask", 30_000, 30_000, 1),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "soft-mask-of-a-small-image",
                () -> masked("/SMask", 6_000, 6_000, 8),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "soft-mask-of-itself", HostilePdfPlacements::maskOfItself, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "stencil-of-30000-squared", HostilePdfPlacements::stencil, IMAGE_TOO_LARGE, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-image-of-60000-squared",
                () -> new RawPdf()
                        .page("", "q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID \0\0\0\0 EI Q"),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-image-bomb",
                () -> inline("/Fl", Bytes.deflated(Bytes.zeros(HostilePdfs.MEBIBYTE), 200)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-fax-bomb",
                () -> new RawPdf()
                        .page(
                                "",
                                "q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 1 /CS /G /F /CCF /DP <</K -1/Columns 60000/Rows 60000>> ID \0\0\0\0 EI Q"),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "inline-images-by-the-thousand",
                () -> new RawPdf()
                        .page(
                                "",
                                "q 595 0 0 842 0 0 cm BI /W 3000 /H 3000 /BPC 8 /CS /RGB ID \0\0\0\0 EI Q "
                                        .repeat(500)),
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "one-image-drawn-1000-times",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int image = pdf.deflated(
                            "/Type/XObject/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 8/ColorSpace/DeviceRGB",
                            Bytes.zeros(9_000),
                            3_000);
                    return pdf.page("/XObject<</I " + image + " 0 R>>", (HostilePdfs.WHOLE_PAGE + " ").repeat(1000));
                },
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "hundred-images-on-a-page", HostilePdfPlacements::manyImages, IMAGE_TOO_LARGE, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "image-of-a-colour-space-of-32-components",
                HostilePdfPlacements::deviceN,
                IMAGE_TOO_LARGE,
                PDF_TOO_COMPLEX,
                PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "colour-space-that-nests", HostilePdfPlacements::nestedColourSpace, PDF_CORRUPT, PDF_TOO_COMPLEX));
        return files;
    }

    private static byte[] masked(String kind, int width, int height, int bits) {
        RawPdf pdf = new RawPdf();
        int rowBytes = (width * bits + 7) / 8;
        int mask = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/BitsPerComponent " + bits
                        + (bits == 1 ? "/ImageMask true" : "/ColorSpace/DeviceGray"),
                Bytes.zeros(rowBytes),
                height);
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray" + kind + " "
                        + mask + " 0 R",
                "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] maskOfItself() {
        RawPdf pdf = new RawPdf();
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask "
                        + pdf.next() + " 0 R",
                "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] stencil() {
        RawPdf pdf = new RawPdf();
        int image = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ImageMask true",
                Bytes.zeros(3_750),
                30_000);
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] inline(String filter, byte[] data) {
        RawPdf pdf = new RawPdf();
        int content = pdf.stream(
                "",
                new Bytes()
                        .put("q 595 0 0 842 0 0 cm BI /W 100 /H 100 /BPC 8 /CS /G /F " + filter + " ID ")
                        .put(data)
                        .put("\nEI Q")
                        .all());
        return pdf.page("", content, "[0 0 595 842]", "");
    }

    private static byte[] manyImages() {
        RawPdf pdf = new RawPdf();
        StringBuilder names = new StringBuilder("/XObject<<");
        StringBuilder content = new StringBuilder();
        byte[] data = Bytes.deflated(Bytes.zeros(9_000), 3_000);
        for (int i = 0; i < 100; i++) {
            int image = pdf.stream(
                    "/Type/XObject/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
                    data);
            names.append("/I" + i + " " + image + " 0 R");
            content.append("q 595 0 0 842 0 0 cm /I" + i + " Do Q ");
        }
        return pdf.page(names + ">>", content.toString());
    }

    private static byte[] deviceN() {
        RawPdf pdf = new RawPdf();
        int function = pdf.stream(
                "/FunctionType 4/Domain[" + "0 1 ".repeat(32) + "]/Range[0 1 0 1 0 1]", "{" + "pop ".repeat(29) + "}");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            names.append("/C").append(i);
        }
        int image = pdf.deflated(
                "/Type/XObject/Subtype/Image/Width 1500/Height 1500/BitsPerComponent 8/ColorSpace[/DeviceN[" + names
                        + "]/DeviceRGB " + function + " 0 R]",
                Bytes.zeros(48_000),
                1_500);
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }

    private static byte[] nestedColourSpace() {
        RawPdf pdf = new RawPdf();
        int space = pdf.next();
        pdf.add("[/Indexed " + space + " 0 R 255 <00>]");
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace " + space + " 0 R", "x");
        return pdf.page("/XObject<</I " + image + " 0 R>>", HostilePdfs.WHOLE_PAGE);
    }
}
