package pl.paragon.testsupport.hostile.pdf;

import static pl.paragon.contracts.error.ErrorCode.FILE_TYPE_MISMATCH;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LONG;
import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.PDF_ENCRYPTED;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_COMPLEX;
import static pl.paragon.contracts.error.ErrorCode.PDF_TOO_MANY_PAGES;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.Png;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** PDF files whose objects and pages do not end. */
final class HostilePdfStructures {

    private HostilePdfStructures() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        // The pages that can be reached count, so what is claimed is harmless.
        files.add(HostilePdfs.harmless(
                "pages-claim-a-billion", () -> tree(1_000_000_000L), PDF_TOO_MANY_PAGES, PDF_CORRUPT));
        files.add(HostilePdfs.harmless("pages-claim-less-than-none", () -> tree(-1), PDF_CORRUPT));
        files.add(HostilePdfs.harmless("pages-claim-more-than-there-are", () -> tree(15), PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "page-tree-that-contains-itself", () -> new RawPdf().tree("[2 0 R]", 1), PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused("page-tree-of-3000-levels", () -> deepTree(3_000), PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "page-tree-that-doubles",
                HostilePdfStructures::doublingTree,
                PDF_CORRUPT,
                PDF_TOO_COMPLEX,
                PDF_TOO_MANY_PAGES));
        files.add(HostilePdfs.refused(
                "page-tree-of-100000-kids",
                HostilePdfStructures::wideTree,
                PDF_CORRUPT,
                PDF_TOO_COMPLEX,
                PDF_TOO_MANY_PAGES));
        for (String bracket : new String[] {"[", "<</A "}) {
            for (int depth : new int[] {1_000, 100_000, 1_000_000}) {
                String close = bracket.equals("[") ? "]" : ">>";
                files.add(HostilePdfs.harmless(
                        (bracket.equals("[") ? "arrays" : "dictionaries") + "-nested-" + depth,
                        () -> {
                            RawPdf pdf = new RawPdf();
                            pdf.replace(
                                    1,
                                    "<</Type/Catalog/Pages 2 0 R/Deep " + bracket.repeat(depth) + close.repeat(depth)
                                            + ">>");
                            return pdf.page("", "0 0 100 100 re f");
                        },
                        PDF_CORRUPT,
                        PDF_TOO_COMPLEX));
            }
            files.add(HostilePdfs.harmless(
                    (bracket.equals("[") ? "arrays" : "dictionaries") + "-nested-in-content",
                    () -> new RawPdf().page("", bracket.repeat(300_000)),
                    PDF_CORRUPT,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.harmless("200000-objects", HostilePdfStructures::manyObjects, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "objects-without-a-table", HostilePdfStructures::bareObjects, PDF_TOO_COMPLEX, PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "reference-to-itself",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int loop = pdf.next();
                    pdf.add(loop + " 0 R");
                    return pdf.page("/XObject " + loop + " 0 R", "/I Do");
                },
                PDF_CORRUPT));
        files.add(HostilePdfs.harmless("length-refers-to-itself", HostilePdfStructures::lengthOfItself, PDF_CORRUPT));
        files.add(HostilePdfs.harmless(
                "filter-refers-to-itself", HostilePdfStructures::filterOfItself, PDF_CORRUPT, PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "string-of-nine-mebibytes",
                () -> {
                    RawPdf pdf = new RawPdf();
                    pdf.replace(
                            1,
                            "<</Type/Catalog/Pages 2 0 R/S(" + "(".repeat(2_000_000) + ")".repeat(2_000_000) + ")>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "name-of-four-mebibytes",
                () -> {
                    RawPdf pdf = new RawPdf();
                    pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/" + "N".repeat(4_000_000) + " 1>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "array-of-a-million-numbers",
                () -> {
                    RawPdf pdf = new RawPdf();
                    pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/A[" + "70000 ".repeat(1_300_000) + "]>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "array-of-a-million-names",
                () -> {
                    RawPdf pdf = new RawPdf();
                    StringBuilder names = new StringBuilder();
                    for (int i = 0; i < 600_000; i++) {
                        names.append("/N").append(Integer.toString(i, 36));
                    }
                    pdf.replace(1, "<</Type/Catalog/Pages 2 0 R/A[" + names + "]>>");
                    return pdf.page("", "0 0 100 100 re f");
                },
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.harmless(
                "operands-without-an-operator",
                () -> {
                    RawPdf pdf = new RawPdf();
                    int content = pdf.deflated("", Bytes.ascii("70000 "), 1_500_000);
                    return pdf.page("", content, "[0 0 595 842]", "");
                },
                PDF_TOO_COMPLEX));
        for (String box : new String[] {
            "[0 0 1 100000000]", "[0 0 1e30 1e30]", "[0 0 0 0]", "[0 0 NaN 5]", "[0 0 -595 -842]", "[0 0 14400000 1]"
        }) {
            files.add(HostilePdfs.harmless(
                    "page-box-" + box.replaceAll("[^0-9a-zA-Z-]+", "_"),
                    () -> {
                        RawPdf pdf = new RawPdf();
                        int content = pdf.stream("", "0 0 100 100 re f");
                        return pdf.page("", content, box, "/UserUnit 75000");
                    },
                    IMAGE_TOO_LONG,
                    PDF_CORRUPT,
                    PDF_TOO_COMPLEX));
        }
        files.add(HostilePdfs.refused("header-only", () -> Bytes.ascii("%PDF-1.7\n"), PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "noise-behind-the-header",
                () -> new Bytes()
                        .put("%PDF-1.7\n")
                        .put(Bytes.noise(2_000_000, 11))
                        .all(),
                PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "header-by-the-thousand", () -> Bytes.ascii("%PDF-1.7\n".repeat(500_000)), PDF_CORRUPT));
        files.add(HostilePdfs.refused(
                "endless-trailers",
                () -> Bytes.ascii("%PDF-1.7\n" + "trailer<</Root 1 0 R>>startxref 0 %%EOF ".repeat(100_000)),
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "endless-startxref",
                () -> Bytes.ascii("%PDF-1.7\n" + "xref ".repeat(1_000_000)),
                PDF_CORRUPT,
                PDF_TOO_COMPLEX));
        files.add(HostilePdfs.refused(
                "that-is-a-picture", () -> Png.header(500, 500).rows(500, 500).end(), FILE_TYPE_MISMATCH));
        files.add(HostilePdfs.harmless(
                "encrypted-with-a-million-rounds", HostilePdfStructures::encrypted, PDF_ENCRYPTED, PDF_CORRUPT));
        return files;
    }

    private static byte[] tree(long count) {
        RawPdf pdf = new RawPdf();
        int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        return pdf.tree("[" + page + " 0 R]", count);
    }

    private static byte[] deepTree(int levels) {
        RawPdf pdf = new RawPdf();
        for (int i = 0; i < levels; i++) {
            int number = pdf.next();
            pdf.add("<</Type/Pages/Count 1/Parent " + (i == 0 ? 2 : number - 1) + " 0 R/Kids[" + (number + 1)
                    + " 0 R]>>");
        }
        int page = pdf.add("<</Type/Page/Parent " + (pdf.next() - 1) + " 0 R/MediaBox[0 0 595 842]>>");
        assert page > 0;
        return pdf.tree("[3 0 R]", 1);
    }

    private static byte[] doublingTree() {
        RawPdf pdf = new RawPdf();
        for (int i = 0; i < 40; i++) {
            int number = pdf.next();
            pdf.add("<</Type/Pages/Count 1/Kids[" + (number + 1) + " 0 R " + (number + 1) + " 0 R]>>");
        }
        pdf.add("<</Type/Pages/Count 0/Kids[]>>");
        return pdf.tree("[3 0 R]", 10);
    }

    private static byte[] wideTree() {
        RawPdf pdf = new RawPdf();
        int empty = pdf.add("<</Type/Pages/Count 0/Kids[]>>");
        return pdf.tree("[" + (empty + " 0 R ").repeat(100_000) + "]", 1);
    }

    private static byte[] manyObjects() {
        RawPdf pdf = new RawPdf();
        for (int i = 0; i < 200_000; i++) {
            pdf.add("0");
        }
        return pdf.page("", "0 0 100 100 re f");
    }

    private static byte[] bareObjects() {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < 600_000; i++) {
            text.append(i).append(" 0 obj\n");
        }
        return Bytes.ascii(text.toString());
    }

    private static byte[] lengthOfItself() {
        RawPdf pdf = new RawPdf();
        int stream = pdf.next();
        pdf.add("<</Length " + stream + " 0 R>>\nstream\n0 0 100 100 re f\nendstream");
        return pdf.page("", stream, "[0 0 595 842]", "");
    }

    private static byte[] filterOfItself() {
        RawPdf pdf = new RawPdf();
        int stream = pdf.next();
        pdf.add("<</Length 16/Filter " + stream + " 0 R>>\nstream\n0 0 100 100 re f\nendstream");
        return pdf.page("", stream, "[0 0 595 842]", "");
    }

    private static byte[] encrypted() {
        RawPdf pdf = new RawPdf();
        int handler =
                pdf.add("<</Filter/Standard/V 5/R 6/Length 256/P -1/O<" + "00".repeat(48) + ">/U<" + "00".repeat(48)
                        + ">/OE<" + "00".repeat(32) + ">/UE<" + "00".repeat(32) + ">/Perms<" + "00".repeat(16)
                        + ">/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>");
        int page = pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        pdf.replace(2, "<</Type/Pages/Count 1/Kids[" + page + " 0 R]>>");
        return pdf.end("/Encrypt " + handler + " 0 R/ID[<00><00>]");
    }
}
