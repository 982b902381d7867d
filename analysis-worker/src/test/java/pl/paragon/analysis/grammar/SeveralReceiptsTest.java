package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.Purchases;
import pl.paragon.analysis.Purchases.Purchase;
import pl.paragon.analysis.Purchases.Style;
import pl.paragon.analysis.Sheets;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.ReceiptsInFile.Other;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.RecognizedText;

/** Files with several receipts: each is found, one is told, and none is summed with another. */
class SeveralReceiptsTest {

    private static final int SPACE = 120;
    private static final int GUTTER = 60;

    /** How receipts lie in a file. */
    private enum Layout {
        PAGES(Sheets::pages),
        BELOW(texts -> Sheets.below(SPACE, texts)),
        /** No more space than between rows. */
        DIRECTLY_BELOW(texts -> Sheets.below(12, texts)),
        BESIDE(texts -> Sheets.beside(GUTTER, texts)),
        BESIDE_AND_LOWER(texts -> Sheets.beside(GUTTER, each(texts, (i, t) -> Sheets.lower(55.0 * i, t)))),
        BESIDE_AND_LEANING_APART(
                texts -> Sheets.beside(GUTTER, each(texts, (i, t) -> Sheets.turned(i % 2 == 0 ? -3 : 2.5, t)))),
        BESIDE_AND_ALL_ASKEW(texts -> Sheets.turned(4, Sheets.beside(GUTTER, texts))),
        BELOW_AND_LEANING_APART(
                texts -> Sheets.below(SPACE, each(texts, (i, t) -> Sheets.turned(i % 2 == 0 ? -2 : 2, t)))),
        TEXT_LAYER_BESIDE(texts -> Sheets.asTextLayer(Sheets.beside(GUTTER, texts))),
        TEXT_LAYER_PAGES(texts -> Sheets.asTextLayer(Sheets.pages(texts)));

        private final Function<RecognizedText[], RecognizedText> sheet;

        Layout(Function<RecognizedText[], RecognizedText> sheet) {
            this.sheet = sheet;
        }

        RecognizedText of(List<Purchase> purchases) {
            return sheet.apply(purchases.stream().map(Purchase::text).toArray(RecognizedText[]::new));
        }
    }

    private interface Change {
        RecognizedText of(int index, RecognizedText text);
    }

    private static RecognizedText[] each(RecognizedText[] texts, Change change) {
        RecognizedText[] changed = new RecognizedText[texts.length];
        for (int i = 0; i < texts.length; i++) {
            changed[i] = change.of(i, texts[i]);
        }
        return changed;
    }

    static Stream<Arguments> layouts() {
        return Arrays.stream(Layout.values()).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void shouldFindTwoReceiptsOfOneShop(Layout layout) {
        for (Style style : Style.values()) {
            for (int seed = 1; seed <= 4; seed++) {
                assertFound(layout, List.of(Purchases.of(style, 7, seed), Purchases.of(style, 7, seed + 100)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void shouldFindReceiptsOfTwoShops(Layout layout) {
        for (Style one : Style.values()) {
            for (Style other : Style.values()) {
                if (one != Style.GERMAN && other != Style.GERMAN) {
                    assertFound(layout, List.of(Purchases.of(one, 3, 5), Purchases.of(other, 4, 6)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void shouldFindThreeReceipts(Layout layout) {
        for (int seed = 1; seed <= 6; seed++) {
            assertFound(
                    layout,
                    List.of(
                            Purchases.of(Style.TILL, 1, seed),
                            Purchases.of(Style.SMALL_SHOP, 2, seed),
                            Purchases.of(Style.APP, 3, seed)));
        }
    }

    @Test
    void shouldFindFourReceiptsInTwoRows() {
        // given
        List<Purchase> four = List.of(
                Purchases.of(Style.TILL, 1, 1, 4),
                Purchases.of(Style.TILL, 2, 2, 4),
                Purchases.of(Style.SMALL_SHOP, 3, 3, 4),
                Purchases.of(Style.KIOSK, 4, 4, 4));
        RecognizedText sheet = Sheets.below(
                SPACE,
                Sheets.beside(GUTTER, four.get(0).text(), four.get(1).text()),
                Sheets.beside(GUTTER, four.get(2).text(), four.get(3).text()));

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(sheet);

        // then
        assertThat(receipt.receiptsInFile().count()).isEqualTo(4);
        assertThat(totals(receipt))
                .containsExactlyInAnyOrderElementsOf(
                        four.stream().map(p -> Money.ofGrosze(p.total())).toList());
    }

    @Test
    void shouldFindAReceiptBelowTwoThatLieBesideEachOther() {
        // given
        Purchase left = Purchases.of(Style.TILL, 1, 11);
        Purchase right = Purchases.of(Style.SMALL_SHOP, 2, 12);
        Purchase below = Purchases.of(Style.TILL, 3, 13);
        RecognizedText sheet =
                Sheets.below(SPACE, Sheets.beside(GUTTER, left.text(), right.text()), Sheets.lower(0, below.text()));

        // then
        assertThat(totals(ReadRows.analyze(sheet)))
                .containsExactlyInAnyOrder(
                        Money.ofGrosze(left.total()), Money.ofGrosze(right.total()), Money.ofGrosze(below.total()));
    }

    @Test
    void shouldFindAReceiptOnThreePagesBetweenTwoOthers() {
        // given
        Purchase first = Purchases.of(Style.TILL, 1, 21);
        Purchase lengthy = Purchases.of(Style.TILL, 2, 22, 40);
        Purchase last = Purchases.of(Style.SMALL_SHOP, 3, 23);
        RecognizedText file = PrintedText.pages(List.of(
                rows(first),
                Arrays.copyOfRange(rows(lengthy), 0, 18),
                Arrays.copyOfRange(rows(lengthy), 18, 36),
                Arrays.copyOfRange(rows(lengthy), 36, rows(lengthy).length),
                rows(last)));

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(file);

        // then
        assertThat(receipt.receiptsInFile().count()).isEqualTo(3);
        assertThat(receipt.receiptsInFile().others())
                .extracting(Other::position, Other::page, Other::totalAmount, Other::verdict)
                .containsExactly(
                        tuple(2, 2, Money.ofGrosze(lengthy.total()), Verdict.PROVED),
                        tuple(3, 5, Money.ofGrosze(last.total()), Verdict.PROVED));
    }

    /** Turned clockwise by so many degrees. */
    @ParameterizedTest
    @ValueSource(doubles = {90, 180, 270, 87, 93, 178, 183, 265, 272})
    void shouldFindAReceiptThatLiesTurnedNextToAnother(double degrees) {
        for (Style one : Style.values()) {
            for (Style other : Style.values()) {
                if (one != Style.GERMAN && other != Style.GERMAN) {
                    // given
                    List<Purchase> purchases = List.of(Purchases.of(one, 3, 5), Purchases.of(other, 4, 6));
                    RecognizedText upright = purchases.getFirst().text();
                    RecognizedText turned =
                            Sheets.turned(degrees, purchases.getLast().text());

                    // when / then
                    assertFound("beside", Sheets.beside(GUTTER, upright, turned), purchases);
                    assertFound("below", Sheets.below(SPACE, upright, turned), purchases);
                }
            }
        }
    }

    @Test
    void shouldSayWhereTheTurnedReceiptLies() {
        // given
        RecognizedText upright = Purchases.of(Style.TILL, 1, 1).text();
        RecognizedText turned =
                Sheets.turned(90, Purchases.of(Style.SMALL_SHOP, 2, 2).text());
        RecognizedText sheet = Sheets.below(SPACE, upright, turned);

        // when
        Other other = ReadRows.analyze(sheet).receiptsInFile().others().getFirst();

        // then
        Box lower = sheet.pages().getFirst().lines().stream()
                .skip(upright.pages().getFirst().lines().size())
                .map(line -> line.quad().bounds())
                .reduce(Box::union)
                .orElseThrow();
        assertThat(other.box()).isEqualTo(lower);
    }

    @Test
    void shouldFindReceiptsThatAllRunAnotherWay() {
        // given
        List<Purchase> four = IntStream.range(0, 4)
                .mapToObj(i -> Purchases.of(Style.TILL, i + 1, i + 1, 4))
                .toList();
        RecognizedText[] texts = IntStream.range(0, 4)
                .mapToObj(i -> Sheets.turned(90.0 * i, four.get(i).text()))
                .toArray(RecognizedText[]::new);

        // when / then
        assertFound("all ways", Sheets.beside(GUTTER, texts), four);
    }

    @Test
    void shouldDoubtWhatStandsNextToTurnedPrintWithAmountsThatIsNoReceipt() {
        // given a receipt whose total and head are not in the picture
        RecognizedText upright = Purchases.of(Style.TILL, 1, 1).text();
        RecognizedText part = PrintedText.of(
                "CHLEB RAZOWY 4,50", "SER GOUDA 12,30", "MASLO 7,99", "KAWA MIELONA 21,00", "RYZ 3,20", "SOK 6,29");

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(Sheets.beside(GUTTER, upright, Sheets.turned(90, part)));

        // then
        assertThat(receipt.receiptsInFile().count()).isEqualTo(1);
        assertThat(receipt.totalAmount())
                .isEqualTo(Money.ofGrosze(Purchases.of(Style.TILL, 1, 1).total()));
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(receipt.verification().checks())
                .filteredOn(check -> check.holds() == Holds.NO)
                .extracting(Check::name)
                .containsExactly("one_receipt");
        assertThat(receipt.verification().warnings()).anyMatch(warning -> warning.contains("obrócony druk"));
    }

    @Test
    void shouldProveAReceiptNextToATurnedLeaflet() {
        // given
        RecognizedText upright = Purchases.of(Style.TILL, 1, 1).text();
        RecognizedText leaflet = PrintedText.of(
                "ZBIERAJ PUNKTY",
                "w aplikacji",
                "i odbieraj nagrody",
                "co tydzien",
                "nowe kupony",
                "dla ciebie",
                "-50%");

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(Sheets.beside(GUTTER, upright, Sheets.turned(270, leaflet)));

        // then
        assertThat(receipt.receiptsInFile()).isEqualTo(ReceiptsInFile.ONE);
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    private static void assertFound(Layout layout, List<Purchase> purchases) {
        assertFound(layout.toString(), layout.of(purchases), purchases);
    }

    private static void assertFound(String layout, RecognizedText text, List<Purchase> purchases) {
        ReceiptAnalysis receipt = ReadRows.analyze(text);
        ReceiptsInFile inFile = receipt.receiptsInFile();
        String what = layout + " " + purchases.stream().map(Purchase::style).toList() + "\n" + receipt.verification()
                + "\n" + inFile;
        assertThat(inFile.count()).as(what).isEqualTo(purchases.size());
        assertThat(inFile.told()).as(what).isEqualTo(1);
        assertThat(totals(receipt))
                .as(what)
                .containsExactlyElementsOf(
                        purchases.stream().map(p -> Money.ofGrosze(p.total())).toList());
        assertThat(receipt.nip()).as(what).isEqualTo(purchases.getFirst().nip());
        assertThat(receipt.date())
                .as(what)
                .isEqualTo(LocalDate.parse(purchases.getFirst().date()));
        assertThat(receipt.verification().verdict()).as(what).isEqualTo(Verdict.PROVED);
        assertThat(receipt.verification().warnings()).as(what).hasSize(1);
        for (Other other : inFile.others()) {
            Purchase purchase = purchases.get(other.position() - 1);
            assertThat(other.nip()).as(what).isEqualTo(purchase.nip());
            assertThat(other.date()).as(what).isEqualTo(LocalDate.parse(purchase.date()));
            assertThat(other.verdict()).as(what).isEqualTo(Verdict.PROVED);
        }
    }

    /** Of all receipts in their order. */
    private static List<Money> totals(ReceiptAnalysis receipt) {
        List<Money> totals = new ArrayList<>(receipt.receiptsInFile().others().stream()
                .sorted(Comparator.comparingInt(Other::position))
                .map(Other::totalAmount)
                .toList());
        totals.add(receipt.receiptsInFile().told() - 1, receipt.totalAmount());
        return totals;
    }

    private static String[] rows(Purchase purchase) {
        return purchase.rows().toArray(String[]::new);
    }
}
