package pl.paragon.ocr.odd;

import java.util.List;
import java.util.stream.Collectors;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Letters with space between them. */
final class OddSpacings {

    private static final String WIDE = "[0 0 420 240]";

    private OddSpacings() {}

    static List<OddPdf> all() {
        return List.of(
                OddPdf.text("spaced-by-two-points", spaced("2 Tc "), "SU MA"),
                OddPdf.text("spaced-by-three-points", spaced("3 Tc "), "S U"),
                OddPdf.text("spaced-by-five-points", spaced("5 Tc "), "S U"),
                OddPdf.text("spaced-in-wider-letters", spaced("3 Tc 120 Tz "), "S U"),
                OddPdf.text("spaced-with-wider-spaces", spaced("3 Tc 4 Tw "), "S U"),
                OddPdf.text("spaced-by-spaces", written(" ", 5), "S U"),
                OddPdf.text("spaced-in-an-array", array(), "S U"),
                OddPdf.text("spaced-letter-by-letter", letterByLetter(), "S U"),
                OddPdf.text("spaced-in-letters-of-many-widths", proportional(), "S U"),
                OddPdf.text("spaced-only-in-one-word", onlyOneWord(), "S U"),
                OddPdf.text("spaced-nothing-but-tax-letters", taxLetters(), "ABCD"));
    }

    private static byte[] spaced(String style) {
        return wide(Receipt.content(style));
    }

    private static byte[] wide(String content) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        return Receipt.page(pdf, "/Font<</F " + font + " 0 R>>", WIDE, content, "");
    }

    private static byte[] proportional() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT.replace("Courier", "Helvetica"));
        return Receipt.page(pdf, "/Font<</F " + font + " 0 R>>", WIDE, Receipt.content("3 Tc "), "");
    }

    private static byte[] onlyOneWord() {
        return wide(Receipt.content().replace("SUMA PLN   ", "S U M A   "));
    }

    /** A table's heading, in columns. */
    private static byte[] taxLetters() {
        return wide(Receipt.content() + "BT /F 9 Tf 14 40 Td (Stawki: A B C D) Tj ET");
    }

    /** With a character between all letters, spaces included. */
    private static byte[] written(String between, int size) {
        String lines = Receipt.LINES.stream()
                .map(line -> "(" + String.join(between, line.split("")) + ") Tj T* ")
                .collect(Collectors.joining());
        return wide("BT /F " + size + " Tf 14 TL 14 215 Td " + lines + "ET");
    }

    private static byte[] array() {
        String lines = Receipt.LINES.stream()
                .map(line ->
                        "[" + line.chars().mapToObj(c -> "(" + (char) c + ")").collect(Collectors.joining("-400"))
                                + "] TJ T* ")
                .collect(Collectors.joining());
        return wide("BT /F 9 Tf 14 TL 14 215 Td " + lines + "ET");
    }

    /** Each letter in a cell of its own, as some printers' drivers write them, spaces left out. */
    private static byte[] letterByLetter() {
        StringBuilder content = new StringBuilder("BT /F 9 Tf ");
        for (int i = 0; i < Receipt.LINES.size(); i++) {
            String line = Receipt.LINES.get(i);
            for (int j = 0; j < line.length(); j++) {
                if (line.charAt(j) != ' ') {
                    content.append(
                            "1 0 0 1 %d %d Tm (%s) Tj ".formatted(14 + 9 * j, 215 - 14 * i, line.substring(j, j + 1)));
                }
            }
        }
        return wide(content.append("ET").toString());
    }
}
