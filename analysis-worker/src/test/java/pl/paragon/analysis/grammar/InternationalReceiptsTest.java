package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.analysis.grammar.ReadRows.analyze;
import static pl.paragon.analysis.grammar.ReadRows.assertProved;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** English and German receipts; the shops and goods never existed. */
class InternationalReceiptsTest {

    @Test
    void shouldReadAnEnglishQuantityUnderItsLine() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Mock & Turtle Ltd",
                "TEA CAKES|£26.00",
                "4 @ £6.50",
                "MARROW|£1.20",
                "TOTAL|£27.20",
                "CASH|£30.00",
                "CHANGE|£2.80");

        // then
        assertThat(receipt.items()).extracting(Item::totalPrice).containsExactly(Money.of("26.00"), Money.of("1.20"));
        assertThat(receipt.items().getFirst().quantity()).isEqualByComparingTo("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 @ f6.50", "4 0 £6.50", "4 £6.5O"})
    void shouldKnowAnEnglishQuantityByTheValueThatItMakes(String count) {
        // when
        ReceiptAnalysis receipt = analyze(
                "Mock & Turtle Ltd",
                "TEA CAKES|26.00",
                count,
                "Cola 2L|1.20",
                "TOTAL|£27.20",
                "CASH|£30.00",
                "CHANGE|£2.80");

        // then
        assertProved(receipt, "27.20", "26.00", "1.20");
        assertThat(receipt.items().getFirst().quantity()).isEqualByComparingTo("4");
        assertThat(receipt.items().getFirst().unitPrice()).isEqualTo(Money.of("6.50"));
    }

    @Test
    void shouldNameTheCompanyAndNotItsBrand() {
        // when
        ReceiptAnalysis receipt = analyze(
                "SUPER SNACK - UPTOWN",
                "MOCK TURTLE FOODS SDN BHD (1234567-H)",
                "NO. 9, JALAN FIKSI 2,",
                "TEA CAKES|5.20",
                "TOTAL|5.20",
                "CASH|5.20");

        // then
        assertThat(receipt.store().name()).isEqualTo("MOCK TURTLE FOODS SDN BHD");
    }

    @Test
    void shouldReadAQuantityUnderItsLine() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Musterladen GmbH",
                "Hauptstr. 1, 12345 Musterstadt",
                "FRISCHKÄSE NATUR|1,18 B",
                "2 Stk x 0,59",
                "KNÄCKEBROT|0,89 B",
                "SUMME EUR|2,07",
                "BAR|2,07");

        // then
        Item item = receipt.items().getFirst();
        assertThat(item.quantity()).isEqualByComparingTo("2");
        assertThat(item.unitPrice()).isEqualTo(Money.of("0.59"));
        assertThat(receipt.items()).hasSize(2);
    }

    @Test
    void shouldTakeTheRoundedTotalThatIsPrintedAsItsRounding() {
        // when
        ReceiptAnalysis receipt = analyze(
                "MOCK TURTLE FOODS SDN BHD",
                "TEA CAKES|40.24",
                "MARROW|32.50",
                "Total Sales (Inclusive GST)|72.74",
                "Rounding|72.75",
                "CASH|100.00",
                "CHANGE|27.25");

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("72.75"));
        assertThat(receipt.verification().verdict()).isNotEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldTakeTheRoundedTotalFromThePaymentWhereItsOwnRowIsTorn() {
        // when
        ReceiptAnalysis receipt = analyze(
                "MOCK TURTLE FOODS SDN BHD",
                "TEA CAKES|41.48",
                "Total with GST|41.48",
                "Rounding|0.02",
                "Total 41 50",
                "MASTER|41.50",
                "Change|0.00");

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("41.50"));
    }

    @Test
    void shouldNotTakeWhatWasHandedOverForATotalThatNobodyCanRead() {
        // when
        ReceiptAnalysis receipt = analyze(
                "MOCK TURTLE FOODS SDN BHD",
                "TEA CAKES|5.20",
                "MARROW|2.10",
                "Totzl Ast Poysbke: 7.40",
                "Paid Amount: 10.00",
                "Chwge: 2.50");

        // then
        assertThat(receipt.totalAmount()).isNull();
    }
}
