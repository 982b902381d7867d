package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

class GrammarEngineTest {

    private final GrammarEngine engine =
            new GrammarEngine(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void shouldProveAFiscalReceipt() {
        // when
        ReceiptAnalysis receipt = analyze(ReceiptFixtures.fiscal());

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(receipt.date()).isEqualTo(LocalDate.of(2026, 1, 23));
        assertThat(receipt.time()).isEqualTo(LocalTime.of(18, 8));
        assertThat(receipt.nip()).isEqualTo("7121008323");
        assertThat(receipt.store().chain()).isEqualTo("Stokrotka");
        assertThat(receipt.receiptNumber()).isEqualTo("100234");
        assertThat(receipt.items())
                .extracting(Item::name, Item::originalName, Item::netPrice, Item::vatRate)
                .containsExactly(
                        tuple("CHLEB RAZOWY 500G", "C CHLEB RAZOWY 500G", Money.of("3.49"), "C"),
                        tuple("JOGURT MALINOWY 1", "C JOGURT MALINOWY 1", Money.of("8.40"), "C"),
                        tuple("JOGURT MALINOWY 1", "C JOGURT MALINOWY 1", Money.of("7.40"), "C"),
                        tuple("PLYN DO NACZYN 1L", "A PLYN DO NACZYN 1L", Money.of("12.60"), "A"));
        assertThat(receipt.vatSummary())
                .extracting(v -> v.taxCategory(), v -> v.gross(), v -> v.taxAmount())
                .containsExactly(
                        tuple("A", Money.of("12.60"), Money.of("2.36")),
                        tuple("C", Money.of("19.29"), Money.of("0.92")));
    }

    @Test
    void shouldReadTiltedPaperLikeStraightPaper() {
        // given
        RecognizedText straight = ReceiptFixtures.fiscal();
        RecognizedText tilted = PrintedText.tilted(0.08, ReceiptFixtures.fiscalRows());

        // then
        assertThat(engine.analyze(tilted).text())
                .isEqualTo(engine.analyze(straight).text());
    }

    @Test
    void shouldReadColumnsAndTheValueUnderADiscount() {
        // when
        ReceiptAnalysis receipt = analyze(ReceiptFixtures.biedronkaApp());

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(receipt.store().chain()).isEqualTo("Biedronka");
        assertThat(receipt.items())
                .extracting(Item::name, i -> i.quantity().toPlainString(), Item::unitPrice, Item::netPrice)
                .containsExactly(
                        tuple("Torba Zielona", "1", Money.of("0.79"), Money.of("0.79")),
                        tuple("GruszkaKonf luz", "0.504", Money.of("7.99"), Money.of("4.03")),
                        tuple("HerbMalinowa20tb", "2", Money.of("6.49"), Money.of("9.98")));
    }

    @Test
    void shouldNotTakeTheSumOfTaxesForTheTotal() {
        // when
        ReceiptAnalysis receipt = analyze(ReceiptFixtures.lidlPlus());

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("27.01"));
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(receipt.vatSummary())
                .extracting(v -> v.taxCategory(), v -> v.gross(), v -> v.taxAmount())
                .containsExactly(
                        tuple("A", Money.of("11.94"), Money.of("2.23")),
                        tuple("C", Money.of("15.07"), Money.of("0.72")));
    }

    @Test
    void shouldGiveADiscountAtTheEndToTheLineThatItNames() {
        // when
        ReceiptAnalysis receipt = analyze(ReceiptFixtures.auchanApp());

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(receipt.items())
                .extracting(Item::productCode, Item::discount)
                .containsExactly(
                        tuple("111222", Money.ZERO), tuple("333444", Money.of("1.20")), tuple("555666", Money.ZERO));
    }

    @Test
    void shouldKeepRepeatedLinesAndLeaveInformationOut() {
        // when
        ReceiptAnalysis receipt = analyze(ReceiptFixtures.kauflandApp());

        // then
        assertThat(receipt.items())
                .extracting(Item::name)
                .containsExactly("K.SokJabłkowy1l", "K.SokJabłkowy1l", "PłynDoSzyb500ml");
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(receipt.discounts()).isEmpty();
    }

    @Test
    void shouldMarkBothRowsOfAVoidedLineAndKeepDepositsOutsideTheTotal() {
        // when
        ReceiptAnalysis receipt = analyze(ReceiptFixtures.depositsAndVoid());

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("7.70"));
        assertThat(receipt.amountDue()).isEqualTo(Money.of("8.20"));
        assertThat(receipt.items()).extracting(Item::voided).containsExactly(false, true, true, false);
        assertThat(receipt.deposits())
                .extracting(d -> d.name(), d -> d.amount())
                .containsExactly(
                        tuple("But Plastik kaucja", Money.of("1.00")), tuple("Puszka kaucja", Money.of("-0.50")));
        assertThat(receipt.payments())
                .extracting(p -> p.type(), p -> p.amount())
                .containsExactly(tuple("GOTÓWKA", Money.of("10.00")), tuple("RESZTA", Money.of("-1.80")));
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldRepairADigitThatTwoEquationsProveAndSaySo() {
        // given
        String[] rows = replaced(ReceiptFixtures.fiscalRows(), "1 x12,60 12,60A", "1 x12,60 12,66A");

        // when
        ReceiptAnalysis receipt = analyze(PrintedText.doubting(PrintedText.of(rows), "12,66", 0.6));

        // then
        Item item = receipt.items().get(3);
        assertThat(item.totalPrice()).isEqualTo(Money.of("12.60"));
        assertThat(item.source().repaired()).contains("quantity × unit price").contains("sum of the lines");
        assertThat(item.source().text()).contains("12,66");
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldDeliverAReceiptThatDoesNotCloseWithItsDoubt() {
        // given
        String[] rows = Arrays.stream(ReceiptFixtures.fiscalRows())
                .filter(row -> !row.contains("CHLEB"))
                .toArray(String[]::new);

        // when
        ReceiptAnalysis receipt = analyze(PrintedText.of(rows));

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(receipt.items())
                .extracting(Item::totalPrice)
                .containsExactly(Money.of("8.40"), Money.of("8.40"), Money.of("12.60"));
        assertThat(receipt.verification().checks())
                .filteredOn(c -> c.holds() == Holds.NO)
                .extracting(c -> c.name())
                .contains("items_sum_to_total");
    }

    @Test
    void shouldInventNothingFromNoise() {
        // when
        ReceiptAnalysis receipt = analyze(PrintedText.of("Ka wy ESI a EEE", "FLnzazi"));

        // then
        assertThat(receipt.totalAmount()).isNull();
        assertThat(receipt.date()).isNull();
        assertThat(receipt.items()).isEmpty();
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldReadSeveralPagesAsOneReceipt() {
        // given
        String[] rows = ReceiptFixtures.fiscalRows();
        RecognizedText pages =
                PrintedText.pages(List.of(Arrays.copyOfRange(rows, 0, 6), Arrays.copyOfRange(rows, 6, rows.length)));

        // then
        assertThat(analyze(pages).verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldReadAnEnglishTotalAfterRounding() {
        // given
        RecognizedText text = PrintedText.of(
                "PINE TREE TRADING SDN BHD",
                "TAX INVOICE",
                "Date: 05/03/2018|Time: 10:11",
                "ROPE 10M|1 x 12.62|12.62 SR",
                "Total Excluding GST:|11.91",
                "GST (6%):|0.71",
                "Total (Inclusive of GST):|12.62",
                "Rounding Adj:|-0.02",
                "TOTAL:|12.60",
                "CASH|50.00",
                "CHANGE|37.40");

        // when
        ReceiptAnalysis receipt = analyze(text);

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("12.60"));
        assertThat(receipt.date()).isEqualTo(LocalDate.of(2018, 3, 5));
        assertThat(receipt.currency()).isEqualTo("MYR");
    }

    @Test
    void shouldReadAGermanTotal() {
        // given
        RecognizedText text = PrintedText.of(
                "Marktkauf Musterstadt",
                "Musterstr. 4",
                "EUR",
                "SALATBAR|1,96 B",
                "2 x|0,75",
                "QUARK|1,50 B",
                "SUMME|EUR|3,46",
                "BAR|EUR|5,00",
                "Rückgeld|EUR|-1,54",
                "MwSt|NETTO|MwSt|UMSATZ",
                "B 7%|3,23|0,23|3,46",
                "08.04.20 09:51 0000545 003");

        // when
        ReceiptAnalysis receipt = analyze(text);

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("3.46"));
        assertThat(receipt.currency()).isEqualTo("EUR");
        assertThat(receipt.date()).isEqualTo(LocalDate.of(2020, 4, 8));
    }

    @Test
    void shouldNameTheChainOfTheTaxNumberWhereTheHeadIsNotLegible() {
        // given numbers, an amount and a title where the shop stood
        RecognizedText text = PrintedText.of(
                "NIP 7121008323|nr:100234",
                "Z BGI 14146386",
                "LMA PLN 1,28",
                "PARAGON FISKALNY",
                "CHLEB RAZOWY 500G|1 x3,49 3,49C",
                "SUMA PLN|3,49");

        // then
        assertThat(analyze(text).store().name()).isEqualTo("Stokrotka");
    }

    private ReceiptAnalysis analyze(RecognizedText text) {
        return engine.analyze(text).receipt();
    }

    private static String[] replaced(String[] rows, String part, String by) {
        return Arrays.stream(rows).map(row -> row.replace(part, by)).toArray(String[]::new);
    }
}
