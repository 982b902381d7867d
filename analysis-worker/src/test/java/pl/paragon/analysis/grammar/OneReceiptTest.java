package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.Purchases;
import pl.paragon.analysis.Purchases.Purchase;
import pl.paragon.analysis.Purchases.Style;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.Sheets;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.ReceiptsInFile.Copy;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

/** What looks like several receipts and is one; and what nobody can tell. */
class OneReceiptTest {

    private static final Purchase TILL = Purchases.of(Style.TILL, 5, 3, 8);
    private static final Purchase SMALL = Purchases.of(Style.SMALL_SHOP, 6, 4, 6);
    private static final Purchase APP = Purchases.of(Style.APP, 7, 5, 6);

    private static final String[] SLIP = {
        "MARKET NR 5 Sp. z o.o.",
        "20-205 Lublin, ul. Projektowa 5",
        "NIP 6120050008",
        "eService|Terminal 12345678",
        "POTWIERDZENIE TRANSAKCJI",
        "2026-03-14|10:11",
        "SPRZEDAŻ|" + zl(TILL),
        "NAPIWEK|0,00",
        "VISA CREDIT **** 1234",
        "AID A0000000031010",
        "KWOTA|" + zl(TILL) + " PLN",
        "KARTA VISA|" + zl(TILL),
        "RAZEM|" + zl(TILL),
        "PIN ZGODNY",
        "Kod autoryzacji|483921"
    };

    private static final String[] LOYALTY = {
        "TWOJA KARTA STAŁEGO KLIENTA",
        "Punkty za zakupy|35",
        "Zaoszczędzono dziś|12,30",
        "Razem oszczędności w tym roku|112,30",
        "KUPON -10 ZŁ NA KAWĘ|10,00",
        "Market Nr 5 Sp. z o.o., NIP 612-005-00-08",
        "Twoja oferta tygodnia|19,99",
        "Ser żółty 1kg|24,99",
        "RAZEM Z KUPONEM|44,98",
        "SUMA PUNKTÓW|1 035,00"
    };

    @TestFactory
    Stream<DynamicTest> shouldReadOneReceiptFrom() {
        Map<String, RecognizedText> files = new TreeMap<>();
        files.put("a till's", TILL.text());
        files.put("a card slip below", below(TILL, SLIP));
        files.put("a card slip below, far away", Sheets.below(200, TILL.text(), PrintedText.of(SLIP)));
        files.put("a card slip on a page of its own", Sheets.pages(TILL.text(), PrintedText.of(SLIP)));
        files.put("a card slip beside it", Sheets.beside(60, TILL.text(), PrintedText.of(SLIP)));
        files.put("a card slip in a text layer", Sheets.asTextLayer(below(TILL, SLIP)));
        files.put("loyalty and coupons below", below(TILL, LOYALTY));
        files.put("loyalty and coupons on a page of their own", Sheets.pages(TILL.text(), PrintedText.of(LOYALTY)));
        files.put("a slip, then loyalty", below(TILL, join(SLIP, LOYALTY)));
        files.put("its total again", below(TILL, "RAZEM PLN|" + zl(TILL), "DO ZAPŁATY|" + zl(TILL)));
        files.put(
                "another print that is not fiscal",
                below(TILL, "NIEFISKALNY", "MARKET NR 5", "Bon na parking", "1 x 0,00", "NIEFISKALNY"));
        files.put("the seller below", Purchases.of(Style.SELLER_BELOW, 8, 9, 7).text());
        files.put("the seller below, and offers", below(Purchases.of(Style.SELLER_BELOW, 8, 9, 7), LOYALTY));
        files.put("columns", APP.text());
        files.put("columns in a text layer", Sheets.asTextLayer(APP.text()));
        files.put("columns, askew", Sheets.turned(3, APP.text()));
        return files.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> assertOne(file.getValue())));
    }

    private static void assertOne(RecognizedText text) {
        ReceiptAnalysis receipt = ReadRows.analyze(text);
        assertThat(receipt.receiptsInFile())
                .as(receipt.verification().toString())
                .isEqualTo(ReceiptsInFile.ONE);
        assertThat(receipt.verification().checks()).extracting(Check::name).doesNotContain("one_receipt");
    }

    @TestFactory
    Stream<DynamicTest> shouldReadEveryFixtureAsOneReceipt() {
        Stream<Map.Entry<String, RecognizedText>> fixtures = Stream.of(
                Map.entry("fiscal", ReceiptFixtures.fiscal()),
                Map.entry("biedronka", ReceiptFixtures.biedronkaApp()),
                Map.entry("lidl", ReceiptFixtures.lidlPlus()),
                Map.entry("auchan", ReceiptFixtures.auchanApp()),
                Map.entry("kaufland", ReceiptFixtures.kauflandApp()),
                Map.entry("deposits", ReceiptFixtures.depositsAndVoid()));
        return fixtures.map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
            assertOne(file.getValue());
            assertOne(Sheets.asTextLayer(file.getValue()));
            assertThat(ReadRows.analyze(file.getValue()).verification().verdict())
                    .isEqualTo(Verdict.PROVED);
        }));
    }

    @Test
    void shouldProveALongReceiptOverThreePages() {
        // given
        Purchase lengthy = Purchases.of(Style.TILL, 2, 22, 60);
        String[] rows = rows(lengthy);

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(PrintedText.pages(List.of(
                Arrays.copyOfRange(rows, 0, 24),
                Arrays.copyOfRange(rows, 24, 48),
                Arrays.copyOfRange(rows, 48, rows.length))));

        // then
        assertThat(receipt.receiptsInFile()).isEqualTo(ReceiptsInFile.ONE);
        assertThat(receipt.totalAmount()).isEqualTo(Money.ofGrosze(lengthy.total()));
        assertThat(receipt.items()).hasSize(60);
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldReadADocumentThatRepeatsItsHeadOnEachPageAsOneReceipt() {
        // given
        String[] rows = rows(Purchases.of(Style.SMALL_SHOP, 2, 22, 50));
        String[] head = Arrays.copyOfRange(rows, 0, 5);

        // when
        ReceiptAnalysis told = ReadRows.analyze(PrintedText.pages(List.of(
                join(Arrays.copyOfRange(rows, 0, 24), "Strona 1 z 3"),
                join(head, "Strona 2 z 3", Arrays.copyOfRange(rows, 24, 40)),
                join(head, "Strona 3 z 3", Arrays.copyOfRange(rows, 40, rows.length)))));
        ReceiptAnalysis untold = ReadRows.analyze(PrintedText.pages(List.of(
                Arrays.copyOfRange(rows, 0, 24),
                join(head, Arrays.copyOfRange(rows, 24, 40)),
                join(head, Arrays.copyOfRange(rows, 40, rows.length)))));

        // then
        assertThat(told.receiptsInFile()).isEqualTo(ReceiptsInFile.ONE);
        assertThat(untold.receiptsInFile()).isEqualTo(ReceiptsInFile.ONE);
    }

    @Test
    void shouldCountACopyOfAReceiptOnce() {
        // given
        String[] copy = join(new String[] {"KOPIA"}, rows(TILL));

        for (RecognizedText file : List.of(
                Sheets.pages(TILL.text(), PrintedText.of(copy)),
                Sheets.below(100, TILL.text(), PrintedText.of(copy)),
                Sheets.beside(80, TILL.text(), PrintedText.of(copy)))) {
            // when
            ReceiptAnalysis receipt = ReadRows.analyze(file);

            // then
            assertThat(receipt.receiptsInFile().count()).isEqualTo(1);
            assertThat(receipt.receiptsInFile().copies())
                    .hasSize(1)
                    .extracting(Copy::of)
                    .containsExactly(1);
            assertThat(receipt.verification().warnings())
                    .singleElement()
                    .asString()
                    .contains("kopie");
            assertThat(receipt.totalAmount()).isEqualTo(Money.ofGrosze(TILL.total()));
            assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        }
    }

    @Test
    void shouldCountTwoPurchasesOfTheSameGoodsOnOneDayTwice() {
        // given: the same rows, an hour later
        String[] later = rows(TILL);
        later[later.length - 1] = later[later.length - 1].replaceAll("\\d\\d:\\d\\d$", "21:59");
        later[2] = later[2].replaceAll("\\d{6}$", "900001");

        // then
        assertThat(ReadRows.analyze(Sheets.pages(TILL.text(), PrintedText.of(later)))
                        .receiptsInFile()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void shouldTellTheFirstProvedReceiptIfTheFirstIsInDoubt() {
        // given
        String[] spoilt = rows(TILL);
        spoilt[5] = "JOGURT|illegible";

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(Sheets.pages(PrintedText.of(spoilt), SMALL.text()));

        // then
        assertThat(receipt.receiptsInFile().told()).isEqualTo(2);
        assertThat(receipt.totalAmount()).isEqualTo(Money.ofGrosze(SMALL.total()));
        assertThat(receipt.receiptsInFile().others()).singleElement().satisfies(other -> assertThat(other.verdict())
                .isEqualTo(Verdict.IN_DOUBT));
    }

    @Test
    void shouldProveNothingIfTwoTotalsStandUnderOneHead() {
        // given: the second head was cut off
        String[] headless = Arrays.copyOfRange(rows(SMALL), 5, SMALL.rows().size());

        for (RecognizedText file :
                List.of(below(TILL, headless), Sheets.pages(TILL.text(), PrintedText.of(headless)))) {
            // then
            assertUnclear(ReadRows.analyze(file));
        }
    }

    @Test
    void shouldProveNothingIfTwoHeadsStandOverOneTotal() {
        // given: the first is cut off below its goods, the second is of the same shop, and the day stands below
        Purchase other = Purchases.of(Style.TILL, 5, 77, 5);
        String[] cutOff = Arrays.copyOfRange(rows(TILL), 0, 8);

        // then
        assertUnclear(ReadRows.analyze(Sheets.pages(PrintedText.of(cutOff), other.text())));
    }

    @Test
    void shouldFindAReceiptBehindOneThatIsCutOffIfShopsDiffer() {
        // given
        String[] cutOff = Arrays.copyOfRange(rows(TILL), 0, 8);

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(Sheets.pages(PrintedText.of(cutOff), SMALL.text()));

        // then
        assertThat(receipt.receiptsInFile().count()).isEqualTo(2);
        assertThat(receipt.receiptsInFile().told()).isEqualTo(2);
        assertThat(receipt.totalAmount()).isEqualTo(Money.ofGrosze(SMALL.total()));
    }

    private static void assertUnclear(ReceiptAnalysis receipt) {
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(receipt.verification().checks()).anySatisfy(check -> {
            assertThat(check.name()).isEqualTo("one_receipt");
            assertThat(check.holds()).isEqualTo(Holds.NO);
        });
        assertThat(receipt.verification().warnings())
                .anySatisfy(w -> assertThat(w).contains("więcej niż jeden paragon"));
    }

    private static RecognizedText below(Purchase purchase, String... rows) {
        return PrintedText.of(join(rows(purchase), rows));
    }

    private static String[] rows(Purchase purchase) {
        return purchase.rows().toArray(String[]::new);
    }

    private static String[] join(Object... rows) {
        List<String> all = new ArrayList<>();
        for (Object some : rows) {
            all.addAll(some instanceof String[] several ? List.of(several) : List.of((String) some));
        }
        return all.toArray(String[]::new);
    }

    private static String zl(Purchase purchase) {
        return Money.ofGrosze(purchase.total()).toString().replace('.', ',');
    }
}
