package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pl.paragon.analysis.grammar.ReadRows.analyze;
import static pl.paragon.analysis.grammar.ReadRows.assertProved;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** What tills and readers vary within a layout; the goods never existed. */
class LayoutVariantsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MARCHEW MLODA|0,486 x 12,99 6,31C",
                "MARCHEW MLODA|0,486x12,99 6,31C",
                "MARCHEW MLODA|0.486 x 12.99 6.31 C",
                "MARCHEW MLODA|0,486kg x12,99 6,31C",
                "MARCHEW MLODA|0,486 kg × 12,99 = 6,31 C",
                "MARCHEW MLODA|C|0,486 * 12,99|6,31",
                "MARCHEW MLODA|0,486×12,996,31C",
                "MARCHEW MLODA|O,486 x 12,99 6,31C",
                "MARCHEW MLODA|0,486 x 12,99 6, 31C",
                "MARCHEW MLODA|0,486 x 12 ,99 6,31C",
                "MARCHEW MLODA|0.486 12,99 6,31C",
                "MARCHEW MLODA|0.486 ł 12,99 6,31C",
                "C_MARCHEW MLODA|0,486*12,99= 6,31 C"
            })
    void shouldReadALineHoweverItIsSet(String row) {
        // when
        ReceiptAnalysis receipt = analyze(closed("6,31", row));

        // then
        assertProved(receipt, "6.31", "6.31");
        Item item = receipt.items().getFirst();
        assertThat(item.name()).isEqualTo("MARCHEW MLODA");
        assertThat(item.quantity()).isEqualByComparingTo("0.486");
        assertThat(item.unitPrice()).isEqualTo(Money.of("12.99"));
        assertThat(item.vatRate()).isEqualTo("C");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPUST|-1,20C",
                "RABAT 10%|-1,20C",
                "Rabat KEFIR WIEJSKI|-1,20C",
                "Obniżka|-1,20",
                "Promocja|-1,20 C"
            })
    void shouldReadADiscountUnderALine(String discount) {
        // when
        ReceiptAnalysis receipt =
                analyze(closed("9,40", "KEFIR WIEJSKI|2 x 3,10 6,20C", discount, "BUŁKA PSZENNA|8 x 0,55 4,40C"));

        // then
        assertProved(receipt, "9.40", "5.00", "4.40");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAPTOP 15|1 x2 999,00|2 999,00A",
                "LAPTOP 15|1 x 2 999,00 2 999,00A",
                "LAPTOP 15|1,000 szt * 2 999,00 = 2 999,00 A",
                "LAPTOP 15|1 x2999,00 2 999,00A"
            })
    void shouldReadThousandsThatASpaceSetsApart(String laptop) {
        // when
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                laptop,
                "TORBA|1 x139,14 139,14A",
                "SPRZEDAŻ OPODATKOWANA A|3 138,14",
                "PTU A 23%|586,81",
                "SUMA PTU|586,81",
                "SUMA PLN|3 138,14",
                "Karta płatnicza|3 138,14");

        // then
        assertProved(receipt, "3138.14", "2999.00", "139.14");
    }

    @Test
    void shouldSayThatACountWasInferredAndNotCheckItAgainstItself() {
        // when the sign is legible, the count before it is not
        ReceiptAnalysis receipt = analyze(closed("6,20", "KEFIR WIEJSKI|x 3,10 6,20C"));

        // then
        Item item = receipt.items().getFirst();
        assertThat(item.quantity()).isEqualByComparingTo("2");
        assertThat(item.source().repaired()).contains("quantity × unit price");
        assertThat(receipt.verification().checks()).extracting(Check::name).doesNotContain("quantity_times_price");
    }

    @Test
    void shouldMakeNoLineWorthLessThanNothing() {
        // when
        ReceiptAnalysis receipt =
                analyze(closed("3,40", "KEFIR WIEJSKI|2 x 3,10 6,20C", "OPUST|-7,20C", "BUŁKA PSZENNA|8 x 0,55 4,40C"));

        // then
        assertThat(receipt.items()).extracting(Item::netPrice).containsExactly(Money.of("6.20"), Money.of("4.40"));
        assertThat(receipt.discounts()).singleElement().satisfies(discount -> assertThat(discount.items())
                .isEmpty());
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STORNO", "ANULOWANO", "Anulowanie pozycji"})
    void shouldTakeALineBack(String word) {
        // when
        ReceiptAnalysis receipt = analyze(closed(
                "4,40",
                "KEFIR WIEJSKI|2 x 3,10 6,20C",
                word,
                "KEFIR WIEJSKI|2 x 3,10 -6,20C",
                "BUŁKA PSZENNA|8 x 0,55 4,40C"));

        // then
        assertThat(receipt.items()).extracting(Item::voided).containsExactly(true, true, false);
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("4.40"));
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldHandOutDiscountsByNameInTheirOrderAndCallItNoProofWhereTheyCouldBeOthers() {
        // when two lines bear the same name and cost different sums
        ReceiptAnalysis receipt = analyze(
                "ROSSMANN SDP SP. Z O.O.",
                "NIP 727-001-91-83",
                "PARAGON FISKALNY",
                "PUDER SYPKI JASNY|1 x 41,00 41,00A",
                "PUDER SYPKI JASNY|1 x 25,00 25,00A",
                "Rabat KLUB PUDER SYPKI|-1,00A",
                "Rabat KLUB PUDER SYPKI|-6,00A",
                "SPRZEDAŻ OPODATKOWANA A|59,00",
                "PTU A 23,00%|11,03",
                "SUMA PTU|11,03",
                "SUMA PLN|59,00",
                "KARTA|59,00");

        // then
        assertThat(receipt.items()).extracting(Item::netPrice).containsExactly(Money.of("40.00"), Money.of("19.00"));
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAPOJ GRUSZKOWY 1,25l", "NAPOJ GRUSZKOWY 1,25L", "NAPOJ GRUSZKOWY 1,51"})
    void shouldNotTakeAVolumeForAPrice(String name) {
        // when
        ReceiptAnalysis receipt = analyze(closed("11,18", name, "|2 x 5,59 11,18C"));

        // then
        assertProved(receipt, "11.18", "11.18");
        assertThat(receipt.items().getFirst().name()).startsWith("NAPOJ GRUSZKOWY 1");
        assertThat(receipt.items().getFirst().quantity()).isEqualByComparingTo("2");
    }

    @Test
    void shouldKeepAColumnOfLettersOutOfAllNames() {
        // when one letter was read with a speck and one as another
        ReceiptAnalysis receipt = analyze(closed(
                "16,00",
                "C_SEREK TOPIONY|1*4,00= 4,00 C",
                "C CHLEB FOREMKOWY|1*4,50= 4,50 C",
                "C_MLEKO WIEJSKIE|1*3,50= 3,50 C",
                "C] KAPUSTA MLODA|1*2,00= 2,00 C",
                "6_POR MLODY|1*2,00= 2,00 C"));

        // then
        assertThat(receipt.items())
                .extracting(Item::name)
                .containsExactly("SEREK TOPIONY", "CHLEB FOREMKOWY", "MLEKO WIEJSKIE", "KAPUSTA MLODA", "POR MLODY");
    }

    @Test
    void shouldKeepRossmannsMarksOutOfTheNames() {
        // when
        ReceiptAnalysis receipt = analyze(
                "ROSSMANN SDP SP. Z O.O.",
                "NIP 727-001-91-83",
                "PARAGON FISKALNY",
                "TONIK OGORKOWY 200|\\ZK 9,99A",
                "CIENIE DO POWIEK S|AWK 17,50A",
                "GABKA DO MAKIJAZU|2 x 5,00 10,00A",
                "SPRZEDAŻ OPODATKOWANA A|37,49",
                "PTU A 23,00%|7,01",
                "SUMA PTU|7,01",
                "SUMA PLN|37,49",
                "KARTA|37,49");

        // then
        assertProved(receipt, "37.49", "9.99", "17.50", "10.00");
        assertThat(receipt.items())
                .extracting(Item::name)
                .containsExactly("TONIK OGORKOWY 200", "CIENIE DO POWIEK S", "GABKA DO MAKIJAZU");
    }

    @Test
    void shouldKnowRossmannsMarksWhereNoBackslashWasReadAsOne() {
        // when
        ReceiptAnalysis receipt = analyze(
                "ROSSMANN SDP SP. Z O.O.",
                "NIP 727-001-91-83",
                "PARAGON FISKALNY",
                "TONIK OGORKOWY 200|AZK 9,99A",
                "CIENIE DO POWIEK S|NWK 17,50A",
                "SUMA PLN|27,49");

        // then
        assertThat(receipt.items()).extracting(Item::name).containsExactly("TONIK OGORKOWY 200", "CIENIE DO POWIEK S");
    }

    @Test
    void shouldKnowRossmannsMarksByItsName() {
        // when
        ReceiptAnalysis receipt = analyze(
                "ROSSMANN SDP SP. Z O.O.",
                "NIP 727-001-91-83",
                "PARAGON FISKALNY",
                "TONIK OGORKOWY 200 AZ|9,99A",
                "GABKA DO MAKIJAZU 75|2 x 5,00 10,00A",
                "SUMA PLN|19,99");

        // then
        assertThat(receipt.items())
                .extracting(Item::name)
                .containsExactly("TONIK OGORKOWY 200", "GABKA DO MAKIJAZU 75");
    }

    @Test
    void shouldReadASubtotalWhoseAmountStandsOnTheNextRow() {
        // when
        ReceiptAnalysis receipt = analyze(closed("6,20", "KEFIR WIEJSKI|2 x 3,10 6,20C", "Podsuma:", "|6,20"));

        // then
        assertProved(receipt, "6.20", "6.20");
    }

    @Test
    void shouldReadTheTotalFromTheTableAndThePaymentWhereItsRowIsLost() {
        // when
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "KEFIR WIEJSKI|2 x 3,10 6,20C",
                "SPRZEDAŻ OPODATKOWANA C|6,20",
                "PTU C 5%|0,30",
                "SUMA PTU|0,30",
                "GOTÓWKA|10,00",
                "RESZTA|3,80");

        // then
        assertProved(receipt, "6.20", "6.20");
        assertThat(receipt.provenance().get("total_amount").repaired())
                .isEqualTo("sum of the sales of all tax letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 36", "836", "36"})
    void shouldReadATotalThatLostItsCommaOnlyWhereAnEquationMakesIt(String total) {
        // given
        String proved = total.length() > 2 ? "8,36" : "0,36";

        // when
        ReceiptAnalysis made = analyze(replaced(closed(proved, "KEFIR WIEJSKI|" + proved + "C"), "SUMA PLN|" + total));
        ReceiptAnalysis alone = analyze("SKLEP U ZOSI", "PARAGON FISKALNY", "KEFIR WIEJSKI|7,36C", "SUMA PLN|" + total);

        // then
        assertThat(made.totalAmount()).isEqualTo(Money.of(proved.replace(',', '.')));
        assertThat(alone.totalAmount()).isNull();
    }

    private static String[] replaced(String[] rows, String total) {
        return Arrays.stream(rows)
                .map(row -> row.startsWith("SUMA PLN") ? total : row)
                .toArray(String[]::new);
    }

    @Test
    void shouldReadATableWhoseLettersAreGluedToTheirRates() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Kaufland",
                "Podsumowanie zakupów",
                "Kaufland Testowo",
                "Cena PLN",
                "SokGruszkowy1l|4,29",
                "PłynDoOkien500ml|6,15",
                "Suma|10,44",
                "Podatek|Brutto|Netto|Podatek",
                "C5%|4,29|4,09|0,20",
                "A 23%|6,15|5,00|1,15",
                "Data: 09.12.2024|Godzina: 14:22");

        // then
        assertThat(receipt.vatSummary())
                .extracting(v -> v.taxCategory(), v -> v.gross())
                .containsExactly(tuple("C", Money.of("4.29")), tuple("A", Money.of("6.15")));
        assertThat(receipt.verification().verdict()).isNotEqualTo(Verdict.IN_DOUBT);
    }

    /** A receipt of one letter C around these rows. */
    private static String[] closed(String total, String... rows) {
        long gross = Long.parseLong(total.replace(",", ""));
        String tax = "%d,%02d".formatted((gross * 5 + 52) / 105 / 100, (gross * 5 + 52) / 105 % 100);
        return Stream.of(
                        Stream.of("SKLEP U ZOSI", "NIP 123-456-32-18", "PARAGON FISKALNY"),
                        Arrays.stream(rows),
                        Stream.of(
                                "SPRZEDAŻ OPODATKOWANA C|" + total,
                                "PTU C 5%|" + tax,
                                "SUMA PTU|" + tax,
                                "SUMA PLN|" + total,
                                "GOTÓWKA|" + total))
                .flatMap(s -> s)
                .toArray(String[]::new);
    }
}
