package pl.paragon.analysis.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;

/** Texts that no till prints, each made to be as dear as it can be for one part of the analysis. */
final class HostileTexts {

    private static final int PITCH = 42;
    private static final int HEIGHT = 30;
    private static final int LETTER = 16;
    private static final String DIGITS = "01345678";

    private static final List<String> TITLE = List.of("NIP KASJER ZAKUP", "PARAGON FISKALNY");

    private HostileTexts() {}

    /** All of them, just within what is let in. */
    static Map<String, RecognizedText> withinLimits() {
        Map<String, RecognizedText> texts = new LinkedHashMap<>();
        texts.put("equal boxes", pages(2, page -> equalBoxes(1_000)));
        texts.put("staircase of pieces", pages(2, page -> staircase(1_000)));
        texts.put(
                "goods in doubt",
                one(concat(
                        TITLE,
                        doubtful(480, i -> "NAPOJ %d 999999 x 123456,78 123456,78A".formatted(i)),
                        List.of("SUMA PLN 999999,99"))));
        texts.put("goods and their sum", one(goodsAndSum()));
        texts.put(
                "discounts",
                one(concat(
                        TITLE,
                        repeat(360, i -> "NAPOJ JABLKOWY SOK B 1 x 9,%02d 9,%02dA".formatted(i % 90, i % 90)),
                        repeat(360, i -> "RABAT NAPOJ JABLKOWA SOK BANAN -0,%02dA".formatted(i % 90 + 1)))));
        texts.put(
                "lines taken back",
                one(concat(
                        TITLE,
                        repeat(250, i -> "NAPOJ JABLKOWY GAZOWANY 1 x 9,99 9,99A"),
                        repeat(240, i -> "WAPOJ NABLKOWY GAZOWANA 1 x 8,88 -8,88A"))));
        texts.put(
                "shared discounts",
                one(concat(
                        TITLE,
                        repeat(60, i -> "CHLEB %d 1 x 9,99 9,99A".formatted(i)),
                        repeat(1, i -> "RABAT -50,00A"),
                        repeat(8, i -> "POZYCJE: " + String.join(",", repeat(60, k -> String.valueOf(k + 1)))))));
        texts.put(
                "totals without end",
                one(concat(List.of("PARAGON FISKALNY", "CHLEB 1 x 9,99 9,99A"), repeat(990, i -> "SUMA PLN %d,%02d"
                        .formatted(i, i % 100)))));
        texts.put(
                "a tax table in doubt",
                one(concat(
                        repeat(1, i -> "PARAGON FISKALNY"),
                        doubtful(14, i -> (i % 2 == 0 ? "SPRZEDAZ OPODATKOWANA %c 12345,67" : "PTU %c 23%% 2345,67")
                                .formatted("ABCDEFG".charAt(i / 2))),
                        repeat(900, i -> "SUMA PLN %d,%02d".formatted(i, i % 100)))));
        texts.put(
                "amounts abroad",
                one(concat(
                        List.of("RECEIPT TOTAL CASH CHANGE"),
                        repeat(300, i -> "SUBTOTAL %d.00 TAX %d.10 ROUNDING 0.0%d".formatted(i, i, i % 9 + 1)))));
        texts.put(
                "payments abroad",
                one(concat(List.of("RECEIPT TOTAL CASH CHANGE"), repeat(330, i -> "TOTAL %d.00 CASH %d.00 CHANGE %d.10"
                        .formatted(i, i + 7, i)))));
        texts.put("rows at their longest", one(repeat(119, i -> "SPRZEDAZ OPODATKOWANA ".repeat(11))));
        texts.put("words at their longest", one(repeat(119, i -> "a".repeat(250))));
        texts.put("units without spaces", one(repeat(119, i -> "szt.x3".repeat(41))));
        texts.put("underscores", one(repeat(119, i -> "A" + "_".repeat(248) + "A")));
        texts.put("digits", one(repeat(119, i -> "1".repeat(250))));
        texts.put("tax numbers", one(repeat(119, i -> "NIP " + "123-456-32-19 ".repeat(17))));
        texts.put("dates", one(repeat(990, i -> "%02d.%02d.%d %02d:%02d"
                .formatted(i % 28 + 1, i % 12 + 1, 2000 + i % 26, i % 24, i % 60))));
        texts.put(
                "dates of slips",
                one(concat(
                        repeat(490, i -> "%02d.%02d.%d".formatted(i % 28 + 1, i % 12 + 1, 2000 + i % 26)),
                        List.of("SUMA PLN 1,00", "TERMINAL"),
                        repeat(490, i -> "%02d.%02d.%d".formatted(i % 27 + 2, i % 11 + 1, 2000 + i % 25)))));
        texts.put(
                "seams",
                new RecognizedText(
                        "two-readers",
                        List.of(
                                page(1, repeat(73, i -> "NAPOJ ".repeat(33))),
                                page(2, concat(repeat(72, i -> "NAPOJ ".repeat(33)), List.of("INNE ROWNIE DLUGIE"))))));
        texts.put(
                "long seams",
                new RecognizedText(
                        "two-readers",
                        List.of(
                                page(1, concat(repeat(600, i -> "NAPOJ JABLKOWY"), repeat(3, i -> "INNE"))),
                                page(2, repeat(600, i -> "NAPOJ JABLKOWY")))));
        texts.put("rows that overlap at one end", pages(1, page -> overlapping()));
        texts.put(
                "names in doubt", one(concat(TITLE, doubtful(300, i -> "Zolc gesla jazn 0O1lI ".repeat(4) + " 1,00"))));
        texts.put(
                "letters without value",
                one(concat(
                        List.of("PARAGON FISKALNY"),
                        repeat(490, i -> "CHLEB ZYTNI %d 0,00%c".formatted(i, "ABCDEFG".charAt(i % 7))),
                        repeat(7, i -> "SPRZEDAZ OPODATKOWANA %c 0,00".formatted("ABCDEFG".charAt(i))),
                        List.of("SUMA PLN 0,00"))));
        texts.put(
                "papers side by side",
                onePage(IntStream.range(0, 990)
                        .mapToObj(i -> line(i % 14 * 700, i / 14 * PITCH, "SOK RABAT SUMA", false))
                        .toList()));
        texts.put(
                "receipts side by side",
                onePage(IntStream.range(0, 990)
                        .mapToObj(i -> line(i % 14 * 700, i / 14 * PITCH, receiptRow(i / 14), false))
                        .toList()));
        texts.put(
                "halves of receipts side by side",
                onePage(IntStream.range(0, 990)
                        .mapToObj(
                                i -> line(i % 14 * 700, i / 14 * PITCH, i % 2 == 0 ? "NIP ZAKUP" : "SUMA 1,00", false))
                        .toList()));
        texts.put("receipts below each other", one(repeat(990, HostileTexts::receiptRow)));
        texts.put(
                "sellers below a receipt",
                one(concat(
                        List.of("PARAGON FISKALNY", "CHLEB 1 x 9,99 9,99A", "SUMA PLN 9,99"),
                        repeat(980, i -> "NIP 123-456-32-18 Sp. z o.o."))));
        texts.put(
                "pages with heads",
                pages(50, page -> lines(List.of("NIP 123-456-32-18", "PARAGON FISKALNY", "SOK 1 x 1,00 1,00"))));
        texts.put(
                "labels within labels",
                one(repeat(520, i -> "SUMA PTU RAZEM DO ZAPLATY RABAT SPRZEDAZ KAUCJA GOTOWKA")));
        texts.put(
                "deposits and payments",
                one(concat(
                        List.of("SUMA PLN 1,00"),
                        repeat(980, i -> i % 2 == 0 ? "KAUCJA PUSZKA 0,50" : "GOTOWKA %d,00".formatted(i)))));
        return texts;
    }

    private static String receiptRow(int row) {
        return switch (row % 5) {
            case 0 -> "NIP 123-456-32-18";
            case 1 -> "PARAGON FISKALNY";
            case 2, 3 -> "SOK 1 x 1,00 1,00A";
            default -> "SUMA PLN " + row + ",00";
        };
    }

    private static List<String> goods(int lines) {
        return repeat(lines, i -> "NAPOJ %d 1 x %d,%02d %d,%02dA".formatted(i, i % 9 + 1, i % 100, i % 9 + 1, i % 100));
    }

    /** Every digit of every amount may be another one, so a great many changes make the sum. */
    private static List<Object> goodsAndSum() {
        List<Object> rows = new ArrayList<>(TITLE);
        doubtful(450, i -> "NAPOJ %d 111,11A".formatted(i)).forEach(rows::add);
        rows.add("SPRZEDAZ OPODATKOWANA A 49999,57");
        rows.add("SUMA PLN 49999,57");
        return rows;
    }

    /** A text that is too long in one way or another, by what it has too much of. */
    static Map<String, RecognizedText> beyondLimits() {
        Map<String, RecognizedText> texts = new LinkedHashMap<>();
        texts.putAll(Map.of(
                "pages",
                pages(51, page -> List.of(line(0, 0, "SUMA 1,00", false))),
                "lines on a page",
                one(goods(1_001)),
                "lines",
                pages(3, page -> lines(repeat(900, i -> "SOK 9,99A"))),
                "characters",
                one(repeat(121, i -> "a".repeat(250))),
                "characters in a line",
                one(List.of("a".repeat(100_000))),
                "characters in a row",
                onePage(IntStream.range(0, 30)
                        .mapToObj(i -> line(i * 300, 0, "NAPOJ JABLKOWY 1L", false))
                        .toList()),
                "lines of goods",
                one(concat(TITLE, goods(700))),
                "amounts",
                one(concat(List.of("RECEIPT TOTAL CASH"), repeat(400, i -> "TOTAL 1.00 2.00 3.00"))),
                "pieces of print beside each other",
                onePage(IntStream.range(0, 990)
                        .mapToObj(i -> line(i * 20, 0, "1", false))
                        .toList())));
        texts.put(
                "discounts",
                one(concat(
                        TITLE,
                        repeat(60, i -> "CHLEB %d 1 x 9,99 9,99A".formatted(i)),
                        List.of("RABAT -50,00A"),
                        repeat(20, i -> "POZYCJE: " + String.join(",", repeat(60, k -> String.valueOf(k + 1)))))));
        return texts;
    }

    /** Twenty pages of dense text, as a PDF of some hundred kilobytes holds them. */
    static RecognizedText densePages() {
        return pages(20, page -> lines(repeat(900, i -> "NAPOJ %d 1 x 9,99 9,99A SUMA PLN 1,00".formatted(i))));
    }

    private static List<Object> concat(List<?>... parts) {
        List<Object> all = new ArrayList<>();
        for (List<?> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static List<String> repeat(int times, IntFunction<String> row) {
        return IntStream.range(0, times).mapToObj(row).toList();
    }

    /** Rows whose every character may be any of six digits, almost as probable as what was read. */
    private static List<Doubtful> doubtful(int times, IntFunction<String> row) {
        return IntStream.range(0, times)
                .mapToObj(i -> new Doubtful(row.apply(i)))
                .toList();
    }

    private record Doubtful(String text) {}

    private static RecognizedText one(List<?> rows) {
        return new RecognizedText("two-readers", List.of(page(1, rows)));
    }

    private static RecognizedText onePage(List<TextLine> lines) {
        return pages(1, page -> lines);
    }

    private static RecognizedText pages(int pages, IntFunction<List<TextLine>> lines) {
        return new RecognizedText(
                "two-readers",
                IntStream.rangeClosed(1, pages)
                        .mapToObj(i -> new Page(i, 20_000, 70_000, Page.Origin.PICTURE, lines.apply(i)))
                        .toList());
    }

    private static Page page(int number, List<?> rows) {
        return new Page(number, 20_000, 70_000, Page.Origin.PICTURE, lines(rows));
    }

    private static List<TextLine> lines(List<?> rows) {
        List<TextLine> lines = new ArrayList<>();
        for (Object row : rows) {
            boolean doubtful = row instanceof Doubtful;
            lines.add(line(0, lines.size() * PITCH, doubtful ? ((Doubtful) row).text : (String) row, doubtful));
        }
        return lines;
    }

    private static List<TextLine> equalBoxes(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> line(0, 0, "SUMA SOK %d".formatted(i), false))
                .toList();
    }

    /** Pairs of rows whose pieces all fit each other, but for one of each that stand above each other. */
    private static List<TextLine> overlapping() {
        List<TextLine> lines = new ArrayList<>();
        for (int pair = 0; pair < 3; pair++) {
            int y = pair * 3 * PITCH;
            for (int i = 0; i < 100; i++) {
                lines.add(line(i * 40, y, "1", false));
                lines.add(line(i == 99 ? i * 40 : i * 40 + 20, y + 10, "1", false));
            }
        }
        return lines;
    }

    /** Each piece a little lower and further right than the last: pairs that fit, and rows that do not. */
    private static List<TextLine> staircase(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> line(i % 50 * 4 * LETTER, i / 50 * PITCH + i % 50 * 3, "SUMA", false))
                .toList();
    }

    private static TextLine line(float x, float y, String text, boolean doubtful) {
        float right = x + text.length() * LETTER;
        Quad quad = new Quad(x, y, right, y, right, y + HEIGHT, x, y + HEIGHT);
        if (!doubtful) {
            return new TextLine(quad, text, 0.98, List.of(), List.of(), List.of());
        }
        List<Symbol> symbols = text.chars()
                .mapToObj(c -> new Symbol(0.5, candidates((char) c)))
                .toList();
        return new TextLine(quad, text, 0.98, List.of(), symbols, List.of(new Witness("tesseract", text, 0.9)));
    }

    private static List<Candidate> candidates(char read) {
        List<Candidate> candidates = new ArrayList<>(List.of(new Candidate(String.valueOf(read), 0.125)));
        DIGITS.chars()
                .filter(c -> c != read)
                .limit(5)
                .forEach(c -> candidates.add(new Candidate(Character.toString(c), 0.12)));
        return candidates;
    }
}
