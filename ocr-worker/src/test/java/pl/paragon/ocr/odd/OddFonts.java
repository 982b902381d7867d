package pl.paragon.ocr.odd;

import java.util.List;
import java.util.function.IntUnaryOperator;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Fonts whose table of characters says something else than their glyphs show. */
final class OddFonts {

    private OddFonts() {}

    static List<OddPdf> all() {
        return List.of(
                OddPdf.text("font-with-a-true-table", font(c -> c)),
                OddPdf.pixels("font-shifted-by-one", font(c -> c + 1), "37-88"),
                OddPdf.pixels("font-shifted-back", font(c -> c == ' ' ? c : c - 1), "15+66"),
                OddPdf.pixels("font-shifted-far", font(c -> c + 0x100), "ŢŚŁ"),
                OddPdf.pixels("font-digits-shifted", font(c -> isDigit(c) ? '0' + (c - '0' + 1) % 10 : c), "37,88"),
                OddPdf.pixels("font-five-and-six-swapped", font(c -> c == '5' ? '6' : c == '6' ? '5' : c), "25,77"),
                OddPdf.pixels("font-seven-as-one", font(c -> c == '7' ? '1' : c), "26,11"),
                OddPdf.pixels("font-letters-shifted", font(c -> Character.isLetter(c) ? c + 1 : c), "TVNB"),
                OddPdf.pixels("font-all-characters-one", font(c -> c == ' ' ? c : 'x'), "xxxx"),
                OddPdf.pixels("font-in-private-use", font(c -> 0xE000 + c)),
                OddPdf.pixels("font-of-amounts-wrong", amountsInAnotherFont(), "37,88"));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static byte[] font(IntUnaryOperator table) {
        RawPdf pdf = new RawPdf();
        int font = font(pdf, table);
        return Receipt.page(pdf, "/Font<</F " + font + " 0 R>>", Receipt.BOX, Receipt.content(), "");
    }

    private static int font(RawPdf pdf, IntUnaryOperator table) {
        StringBuilder entries = new StringBuilder();
        for (int code = 0x20; code < 0x7F; code++) {
            entries.append("<%02X> <%04X>\n".formatted(code, table.applyAsInt(code)));
        }
        int map = pdf.stream(
                "",
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
                        + "1 begincodespacerange <00> <FF> endcodespacerange\n95 beginbfchar\n" + entries
                        + "endbfchar endcmap end end");
        return pdf.add(Receipt.FONT.replace(">>", "/ToUnicode " + map + " 0 R>>"));
    }

    /** As of a programme that has a font of its own for figures: the letters' table is right. */
    private static byte[] amountsInAnotherFont() {
        RawPdf pdf = new RawPdf();
        int letters = font(pdf, c -> c);
        int figures = font(pdf, c -> isDigit(c) ? '0' + (c - '0' + 1) % 10 : c);
        StringBuilder content = new StringBuilder("BT 14 TL 14 215 Td ");
        for (String line : Receipt.LINES) {
            int from = line.length() > 24 ? 24 : line.length();
            content.append(
                    "/F 9 Tf (%s) Tj /G 9 Tf (%s) Tj T* ".formatted(line.substring(0, from), line.substring(from)));
        }
        String resources = "/Font<</F " + letters + " 0 R/G " + figures + " 0 R>>";
        return Receipt.page(pdf, resources, Receipt.BOX, content.append("ET").toString(), "");
    }
}
