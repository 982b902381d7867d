package pl.paragon.analysis;

import pl.paragon.contracts.text.RecognizedText;

/** Invented receipts in the layouts of Polish shops: nobody ever bought these goods. */
public final class ReceiptFixtures {

    private ReceiptFixtures() {}

    /**
     * A fiscal print: two letters, a discount under its line, a repeated line, card. 3,49 + 2×4,20 + 2×4,20 − 1,00 |
     * 12,60.
     */
    public static RecognizedText fiscal() {
        return PrintedText.of(fiscalRows());
    }

    public static String[] fiscalRows() {
        return new String[] {
            "Stokrotka Sp. z o.o.",
            "20-209 Lublin, ul. Projektowa 1",
            "NIP 7121008323|nr:100234",
            "PARAGON FISKALNY",
            "C CHLEB RAZOWY 500G|1 x3,49 3,49C",
            "C JOGURT MALINOWY 1|2 x4,20 8,40C",
            "C JOGURT MALINOWY 1|2 x4,20 8,40C",
            "OPUST JOGURT 2ZA7,40|-1,00C",
            "A PLYN DO NACZYN 1L|1 x12,60 12,60A",
            "OPUSTY ŁĄCZNIE|-1,00",
            "SPRZEDAŻ OPODATKOWANA A|12,60",
            "SPRZEDAŻ OPODATKOWANA C|19,29",
            "PTU A 23%|2,36",
            "PTU C 5%|0,92",
            "SUMA PTU|3,28",
            "SUMA PLN|31,89",
            "ROZLICZENIE PŁATNOŚCI",
            "KARTA MAGNETYCZNA|31,89 PLN",
            "00123 #04 78760|2026-01-23 18:08"
        };
    }

    /** An app's copy with prices in columns, discounts and the value after them below the line; weights with a dot. */
    public static RecognizedText biedronkaApp() {
        return PrintedText.of(
                "Biedronka",
                "Sklep 9999 LIPOWA 1",
                "Jeronimo Martins Polska S. A.",
                "NIP 779-10-11-327",
                "14.10.2025 13:45",
                "NIEFISKALNY",
                "Nazwa|PTU|Ilość|Cena|Wartość",
                "Torba Zielona|A|1.000 x|0,79|0,79",
                "GruszkaKonf luz|C|0.504 x|7,99|4,03",
                "HerbMalinowa20tb|B|2.000 x|6,49|12,98",
                "Rabat|-3,00",
                "9,98",
                "Sprzedaż opodatkowana A|0,79",
                "PTU A 23%|0,15",
                "Sprzedaż opodatkowana B|9,98",
                "PTU B 8%|0,74",
                "Sprzedaż opodatkowana C|4,03",
                "PTU C 5%|0,19",
                "Suma PTU|1,08",
                "Suma PLN|14,80",
                "Kasa 3 Kasjer",
                "Karta płatnicza|14,80",
                "Numer transakcji|4711");
    }

    /**
     * An app's copy in which "PTU A" is the sales and "Kwota A" the tax, and the plain "Suma" under them the sum of the
     * taxes.
     */
    public static RecognizedText lidlPlus() {
        return PrintedText.of(
                "Lidl sp. z.o. o. sp. k.",
                "Poznańska 48, Jankowice",
                "62-080 Tarnowo Podgórne",
                "2025-10-06",
                "Ser wędzony plastry|2 * 5,99 11,98 C",
                "Lidl Plus kupon|-2,00",
                "Woda gazowana 6-pak|1 * 11,94 11,94 A",
                "Banany luz|0,850 * 5,99 5,09 C",
                "PTU A|11,94",
                "Kwota A 23,00%|2,23",
                "PTU C|15,07",
                "Kwota C 05,00%|0,72",
                "Suma|2,95",
                "Razem|27,01",
                "99 1234|nr:12345|17:59",
                "Płatność|Karta płatnicza 27,01",
                "RAZEM PLN|27,01");
    }

    /** Discounts behind all goods that name the line they lower; article numbers glued to names. */
    public static RecognizedText auchanApp() {
        return PrintedText.of(
                "HIPERMARKET AUCHAN",
                "AUCHAN POLSKA SP. Z O.O.",
                "NIP: 526-03-09-174",
                "NIEFISKALNY",
                "2025-03-11",
                "NAPOJ JABL 111222A|1 x5,48 5,48A",
                "TWAROG POL 333444C|2 x4,10 8,20C",
                "MARCHEW LU 555666C|0,864 x3,98 3,44C",
                "Rabat TWAROG POL 333444C|-1,20C",
                "SPRZEDAŻ OPODATK. A|5,48",
                "PTU A 23,00 %|1,02",
                "SPRZEDAŻ OPODATK. C|10,44",
                "PTU C 05,00 %|0,50",
                "SUMA PTU|1,52",
                "SUMA PLN|15,92",
                "#701 00000701|16:17",
                "Karty plat.|15,92 PLN",
                "Udzielono łącznie rabatów:|1,20");
    }

    /** One price a line, no letters; the table in rows. */
    public static RecognizedText kauflandApp() {
        return PrintedText.of(
                "Kaufland",
                "Podsumowanie zakupów",
                "Kaufland Testowo",
                "ul. Wymyślona 5",
                "Cena PLN",
                "K.SokJabłkowy1l|4,29",
                "K.SokJabłkowy1l|4,29",
                "PłynDoSzyb500ml|6,15",
                "Ogółem|14,73",
                "Podatek…|Brutto|Netto|Podatek",
                "C|5%|8,58|8,17|0,41",
                "A|23%|6,15|5,00|1,15",
                "Z Kaufland Card zaoszczędzono 2,00 PLN zł",
                "Data: 09.12.2024|Godzina: 14:22");
    }

    /** A void line, deposits charged and returned, cash with change. */
    public static RecognizedText depositsAndVoid() {
        return PrintedText.of(
                "SKLEP SPOŻYWCZY U ZOSI",
                "00-001 Warszawa, ul. Zmyślona 7",
                "NIP 123-456-32-18",
                "2025-11-20|nr wydr. 004711",
                "PARAGON FISKALNY",
                "WODA MINERALNA 1,5L A|2 x2,50 5,00A",
                "BATON ORZECHOWY A|1 x3,00 3,00A",
                "BATON ORZECHOWY A|-1 x3,00 -3,00A",
                "BUŁKA GRAHAM C|3 x0,90 2,70C",
                "SPRZEDAŻ OPODATKOWANA A|5,00",
                "PTU A 23%|0,93",
                "SPRZEDAŻ OPODATKOWANA C|2,70",
                "PTU C 5%|0,13",
                "SUMA PTU|1,06",
                "SUMA PLN|7,70",
                "OPAKOWANIA ZWROTNE WYDANIA",
                "But Plastik kaucja|2 x0,50 1,00",
                "OPAKOWANIA ZWROTNE PRZYJĘCIA",
                "Puszka kaucja|1 x0,50 0,50",
                "DO ZAPŁATY|8,20 PLN",
                "ROZLICZENIE PŁATNOŚCI",
                "GOTÓWKA|10,00 PLN",
                "RESZTA|1,80 PLN",
                "00017 #01|11:05");
    }
}
