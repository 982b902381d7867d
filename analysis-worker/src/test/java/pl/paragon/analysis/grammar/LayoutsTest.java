package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.analysis.grammar.ReadRows.analyze;
import static pl.paragon.analysis.grammar.ReadRows.assertProved;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

/** One invented receipt for each layout that shops print; the goods never existed. */
class LayoutsTest {

    @Test
    void shouldReadGoodsOnTwoRows() {
        // when
        ReceiptAnalysis receipt = analyze(
                "DINO POLSKA S.A.",
                "63-700 Krotoszyn, ul. Zmyślona 1",
                "NIP 621-17-66-191",
                "2024-03-02|W000123",
                "PARAGON FISKALNY",
                "TWAROG CHUDY KG",
                "|0,432 x 18,90 8,16C",
                "PAPIER KUCHENNY 2R",
                "|2 x 5,49 10,98A",
                "SPRZEDAŻ OPODATKOWANA A|10,98",
                "SPRZEDAŻ OPODATKOWANA C|8,16",
                "PTU A 23,00%|2,05",
                "PTU C 5,00%|0,39",
                "SUMA PTU|2,44",
                "SUMA PLN|19,14",
                "Karta|19,14");

        // then
        assertProved(receipt, "19.14", "8.16", "10.98");
        assertThat(receipt.store().chain()).isEqualTo("Dino");
        assertThat(receipt.items()).extracting(Item::name).containsExactly("TWAROG CHUDY KG", "PAPIER KUCHENNY 2R");
        assertThat(receipt.date()).isEqualTo(LocalDate.of(2024, 3, 2));
    }

    @Test
    void shouldReadKauflandPrintsWithCardPricesAndDeposits() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Kaufland Polska Markety",
                "Sp. z o.o. Sp. k.",
                "NIP 899-23-67-273",
                "2025-11-03 12:01|123456",
                "PARAGON FISKALNY",
                "K.WodaGazowana1,5L H|6SZT x1,29 7,74A",
                "SerTwardyPlastry t|1SZT x14,99 14,99C",
                "OPUST Cena z kartą|-4,00C",
                "Podsuma:|18,73",
                "OPUSTY ŁĄCZNIE|-4,00",
                "SPRZEDAŻ OPODATKOWANA A|7,74",
                "PTU A 23,00 %|1,45",
                "SPRZEDAŻ OPODATKOWANA C|10,99",
                "PTU C 5,00 %|0,52",
                "SUMA PTU|1,97",
                "SUMA PLN|18,73",
                "OPAKOWANIA ZWROTNE WYDANIA",
                "But Plastik kaucja|6 x0,50 3,00",
                "OPAKOWANIA ZWROTNE SUMA|3,00",
                "DO ZAPŁATY|21,73 PLN",
                "Karta płatnicza|21,73 PLN");

        // then
        assertProved(receipt, "18.73", "7.74", "10.99");
        assertThat(receipt.amountDue()).isEqualTo(Money.of("21.73"));
        assertThat(receipt.deposits()).hasSize(1);
    }

    @Test
    void shouldReadALidlCopyWithDepositsBehindTheTotal() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Adres siedziby: Poznańska 48, Jankowice",
                "Podgórne nr rej: BDO 000002265 Lidl sp.",
                "z o. o. sp. k.",
                "2025-11-16",
                "Sok pomarańczowy 2l|2 * 7.49 14.98 C",
                "Taniej za 2|-2,00",
                "Napój energ.|1 * 3.99 3.99 A",
                "PTU A|3,99",
                "Kwota A 23,00%|0,75",
                "PTU C|12,98",
                "Kwota C 5,00%|0,62",
                "Suma|1,37",
                "Suma PLN|16,97",
                "Opakowania zwrotne",
                "butelkaPET(1)|2 * 0,50 1,00",
                "puszka Kaucja|1 * 0,50 0,50",
                "Suma|18,47",
                "Płatność|Karta płatnicza 18,47",
                "81 1857|nr: 6461|15:52");

        // then
        assertProved(receipt, "16.97", "12.98", "3.99");
        assertThat(receipt.amountDue()).isEqualTo(Money.of("18.47"));
    }

    @Test
    void shouldReadTheLongKauflandCopy() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Kaufland",
                "Kaufland Wymyślin",
                "ul. Fikcyjna 12",
                "Cena PLN",
                "Nabiał",
                "KefirNaturalny400g|4 * 3,99|15,96 C",
                "Chemia",
                "PłynUniwersalny1L|9,99 A",
                "Suma cząstkowa|25,95",
                "Promocja",
                "Cena z kartą|-4,00",
                "Pozycje:1",
                "Suma|21,95",
                "Podatek|Brutto|Netto|Podatek",
                "A=23,00%|9,99|8,12|1,87",
                "C=5,00%|11,96|11,39|0,57",
                "Data: 12.10.2025|Czas: 17:27");

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("21.95"));
        assertThat(receipt.items()).extracting(Item::netPrice).containsExactly(Money.of("11.96"), Money.of("9.99"));
    }

    @Test
    void shouldReadRossmannWithDiscountsBehindTheGoods() {
        // when
        ReceiptAnalysis receipt = analyze(
                "ROSSMANN SDP SP. Z O.O.",
                "91-222 ŁÓDŹ, UL. ŚW. TERESY 109",
                "NIP 727-001-91-83",
                "2023-05-11|nr wydr.45678",
                "PARAGON FISKALNY",
                "MYDLO LAWENDA 500M|1 x 8,99|8,99A",
                "PASTA ZIOLOWA 75ML|1 x 12,49|12,49A",
                "Uwzgl. rabat: -3,00 st. c 15,49",
                "Rabat MYDLO LAWENDA|-2,00A",
                "SPRZEDAŻ OPODATKOWANA A|19,48",
                "PTU A 23,00%|3,64",
                "SUMA PTU|3,64",
                "SUMA PLN|19,48",
                "KARTA|19,48");

        // then
        assertProved(receipt, "19.48", "6.99", "12.49");
        assertThat(receipt.store().type()).isEqualTo("drugstore");
    }

    @Test
    void shouldReadExemptAndZeroRatedSales() {
        // when
        ReceiptAnalysis receipt = analyze(
                "KSIĘGARNIA POD MOSTEM",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "KSIĄŻKA SKŁADANA|1 x 30,00 30,00C",
                "ZNACZKI POCZTOWE|4 x 3,90 15,60E",
                "ULOTKA|2 x 1,00 2,00D",
                "SPRZEDAŻ OPODATKOWANA C|30,00",
                "PTU C 5%|1,43",
                "SPRZEDAŻ OPODATKOWANA D|2,00",
                "PTU D 0%|0,00",
                "SPRZEDAŻ ZWOLNIONA E|15,60",
                "SUMA PTU|1,43",
                "SUMA PLN|47,60",
                "GOTÓWKA|50,00",
                "RESZTA|2,40",
                "12.01.2024 09:15");

        // then
        assertProved(receipt, "47.60", "30.00", "15.60", "2.00");
        assertThat(receipt.vatSummary()).extracting(v -> v.taxCategory()).containsExactly("C", "D", "E");
    }

    @Test
    void shouldReadOldRates() {
        // when
        ReceiptAnalysis receipt = analyze(
                "SKLEP Wielobranżowy",
                "NIP 123-456-32-18",
                "2006-09-14",
                "PARAGON FISKALNY",
                "KREDKI A|1 x 12,20 12,20A",
                "MLEKO B|2 x 2,14 4,28B",
                "Sprzed. opodatk. A|12,20",
                "Kwota PTU A 22 %|2,20",
                "Sprzed. opodatk. B|4,28",
                "Kwota PTU B 7 %|0,28",
                "ŁĄCZNA KWOTA PTU|2,48",
                "SUMA|16,48",
                "Gotówka|20,00",
                "Reszta|3,52");

        // then
        assertProved(receipt, "16.48", "12.20", "4.28");
    }

    @Test
    void shouldNotTakeTheBuyersTaxNumberForTheSellers() {
        // when
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP NABYWCY: 526-03-09-174",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "SZNUREK|1 x 2,00 2,00A",
                "SUMA PLN|2,00");

        // then
        assertThat(receipt.nip()).isEqualTo("1234563218");
    }

    @Test
    void shouldLeaveTheCardSlipOut() {
        // when
        ReceiptAnalysis receipt = analyze(
                "Lidl sp. z o. o. sp. k.",
                "NIP 7811897358",
                "PARAGON FISKALNY",
                "Worki na liście 60L|>|2 x9,99 19,98A",
                "Podsuma:|19,98",
                "SPRZEDAŻ OPODATKOWANA A|19,98",
                "PTU A 23%|3,74",
                "SUMA PTU|3,74",
                "SUMA PLN|19,98",
                "ROZLICZENIE PŁATNOŚCI",
                "KARTA Karta płatnicza|19,98 PLN",
                "00142 #82|2022-03-07 16:08",
                "NIEFISKALNY",
                "Data Transakcji:|2022-03-07 16:08:04",
                "Sprzedaż:|PLN 19,98",
                "Karta bezstykowa",
                "NIEFISKALNY");

        // then
        assertProved(receipt, "19.98", "19.98");
        assertThat(receipt.payments()).hasSize(1);
    }

    @Test
    void shouldPairWordsAndAmountsInTheirOrderWherePaperCurls() {
        // when
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "SZNUREK KONOPNY|3 x 4,10 12,30A",
                "SPRZEDAŻ OPODATKOWANA A",
                "PTU A 23%|12,30",
                "SUMA PTU|2,30",
                "SUMA PLN|2,30",
                "|12,30",
                "ROZLICZENIE PŁATNOŚCI",
                "GOTÓWKA|12,30");

        // then
        assertProved(receipt, "12.30", "12.30");
    }

    @Test
    void shouldTakeTaxLettersFromTheSalesWhereTheseProveThem() {
        // when one letter is lost and another was read as what looks like a C
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "LAMPA STOJACA|1 x 61,50 61,50",
                "MYDLO SZARE|2 x 3,10 6,200",
                "CHLEB RAZOWY|1 x 4,20 4,20C",
                "JABLKA LUZ|1 x 2,95 2,95C",
                "SPRZEDAŻ OPODATKOWANA A|67,70",
                "SPRZEDAŻ OPODATKOWANA C|7,15",
                "PTU A 23%|12,66",
                "PTU C 5%|0,34",
                "SUMA PTU|13,00",
                "SUMA PLN|74,85",
                "GOTÓWKA|74,85");

        // then
        assertProved(receipt, "74.85", "61.50", "6.20", "4.20", "2.95");
        assertThat(receipt.items()).extracting(Item::vatRate).containsExactly("A", "A", "C", "C");
    }

    @Test
    void shouldLeaveATaxLetterOutThatNothingProves() {
        // when two lines cost the same and either may bear the lost letter
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "MYDLO SZARE|1 x 3,10 3,10",
                "CHLEB RAZOWY|1 x 3,10 3,10",
                "JABLKA LUZ|1 x 2,95 2,95C",
                "SPRZEDAŻ OPODATKOWANA A|3,10",
                "SPRZEDAŻ OPODATKOWANA C|6,05",
                "PTU A 23%|0,58",
                "PTU C 5%|0,29",
                "SUMA PTU|0,87",
                "SUMA PLN|9,15",
                "GOTÓWKA|9,15");

        // then
        assertProved(receipt, "9.15", "3.10", "3.10", "2.95");
        assertThat(receipt.items()).extracting(Item::vatRate).containsExactly(null, null, "C");
    }

    @Test
    void shouldKeepAColumnOfLettersOutOfTheNameWhateverItWasTakenFor() {
        // when
        ReceiptAnalysis receipt = analyze(
                "SKLEP U ZOSI",
                "NIP 123-456-32-18",
                "PARAGON FISKALNY",
                "Chleb Razowy 500g|C|1 x 4,20 4,20C",
                "Jogurt Morelowy 1l|L|1 x 3,10 3,10C",
                "Jajka z chowu 10|8|1 x 9,90 9,90B",
                "Szampon Brzoza|X|2 x 8,00 16,00A",
                "SUMA PLN|33,20");

        // then
        assertThat(receipt.items())
                .extracting(Item::name)
                .containsExactly("Chleb Razowy 500g", "Jogurt Morelowy 1l", "Jajka z chowu 10", "Szampon Brzoza");
        assertThat(receipt.items()).extracting(Item::vatRate).containsExactly("C", "C", "B", "A");
    }
}
