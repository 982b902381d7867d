package pl.paragon.analysis.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Receipts of shops that never were, with one figure printed wrongly. In the rows, {@code {place figure}} is a figure
 * that equations bind.
 */
final class Contradictions {

    private static final Pattern FIGURE = Pattern.compile("\\{([a-z ]+) ([^} ]+)}");

    private static final Pattern PRODUCT = Pattern.compile("([\\d.,]+) ?[x*] ?([\\d.,]+) +([\\d.,]+)");

    /** Two letters, a discount under its line, one card. */
    private static final String[] FISCAL = {
        "SKLEP POD LIPĄ",
        "NIP 123-456-32-18|nr:100234",
        "2026-03-14",
        "PARAGON FISKALNY",
        "CHLEB RAZOWY 500G|{quantity 3} x{price 3,49} {line 10,47}C",
        "JOGURT MALINOWY|{quantity 2} x{price 4,20} {line 8,40}C",
        "OPUST JOGURT|-{discount 1,44}C",
        "PLYN DO NACZYN 1L|{quantity 4} x{price 12,60} {line 50,40}A",
        "OPUSTY ŁĄCZNIE|-{discounts 1,44}",
        "SPRZEDAŻ OPODATKOWANA A|{sales 50,40}",
        "PTU A 23%|{tax 9,42}",
        "SPRZEDAŻ OPODATKOWANA C|{sales 17,43}",
        "PTU C 5%|{tax 0,83}",
        "SUMA PTU|{sum of tax 10,25}",
        "SUMA PLN|{total 67,83}",
        "ROZLICZENIE PŁATNOŚCI",
        "KARTA|{payment 67,83} PLN"
    };

    /** Names and numbers on rows of their own; weights; cash and change. */
    private static final String[] TWO_ROWS = {
        "WARZYWNIAK U HANI",
        "NIP 123-456-32-18",
        "2026-03-14|nr wydr. 004711",
        "PARAGON FISKALNY",
        "Marchew młoda",
        "|{quantity 0,486} x {price 12,98} {line 6,31}C",
        "Woda niegazowana",
        "|{quantity 2} x {price 2,59} {line 5,18}A",
        "Bułka grahamka",
        "|{quantity 7} x {price 0,86} {line 6,02}C",
        "Sprzed. opodatk. A|{sales 5,18}",
        "Kwota PTU A 23%|{tax 0,97}",
        "Sprzed. opodatk. C|{sales 12,33}",
        "Kwota PTU C 5%|{tax 0,59}",
        "Łączna kwota PTU|{sum of tax 1,56}",
        "RAZEM PLN|{total 17,51}",
        "Gotówka|{payment 20,00}",
        "Reszta|{payment 2,49}"
    };

    /** An app's table, with the value under each discount. */
    private static final String[] APP_WITH_COLUMNS = {
        "Sklep 9999 LIPOWA 1",
        "NIP 779-10-11-327",
        "14.10.2025 13:45",
        "NIEFISKALNY",
        "Nazwa|PTU|Ilość|Cena|Wartość",
        "Torba Zielona|A|{quantity 3.000} x|{price 0,79}|{line 2,37}",
        "GruszkaKonf luz|C|{quantity 0.504} x|{price 7,98}|{line 4,02}",
        "HerbMalinowa20tb|B|{quantity 2.000} x|{price 6,49}|{line 12,98}",
        "Rabat|-{discount 3,26}",
        "{after discount 9,72}",
        "Sprzedaż opodatkowana A|{sales 2,37}",
        "PTU A 23%|{tax 0,44}",
        "Sprzedaż opodatkowana B|{sales 9,72}",
        "PTU B 8%|{tax 0,72}",
        "Sprzedaż opodatkowana C|{sales 4,02}",
        "PTU C 5%|{tax 0,19}",
        "Suma PTU|{sum of tax 1,35}",
        "Suma PLN|{total 16,11}",
        "Karta płatnicza|{payment 16,11}"
    };

    /** "PTU A" is the sales, "Kwota A" the tax, a plain "Suma" the sum of the taxes; the total is printed twice. */
    private static final String[] APP_WITH_OTHER_WORDS = {
        "Lidl sp. z o. o. sp. k.",
        "2025-10-06",
        "Ser wędzony plastry|{quantity 2} * {price 5,97} {line 11,94} C",
        "Lidl Plus kupon|-{discount 2,05}",
        "Woda gazowana 6-pak|{quantity 3} * {price 11,94} {line 35,82} A",
        "Banany luz|{quantity 0,850} * {price 5,98} {line 5,08} C",
        "PTU A|{sales 35,82}",
        "Kwota A 23,00%|{tax 6,70}",
        "PTU C|{sales 14,97}",
        "Kwota C 05,00%|{tax 0,71}",
        "Suma|{sum of tax 7,41}",
        "Razem|{total 50,79}",
        "99 1234|nr:12345|17:59",
        "Płatność|Karta płatnicza {payment 50,79}",
        "RAZEM PLN|{total 50,79}"
    };

    /** Values alone, and a table with gross, net and tax in each of its rows. */
    private static final String[] APP_WITH_TABLE = {
        "Kaufland",
        "Podsumowanie zakupów",
        "ul. Wymyślona 5",
        "Cena PLN",
        "K.SokJabłkowy1l|{line 4,29}",
        "K.SerEdamski150g|{line 5,38}",
        "PłynDoSzyb500ml|{line 16,15}",
        "Ogółem|{total 25,82}",
        "Podatek…|Brutto|Netto|Podatek",
        "C|5%|{sales 9,67}|{net 9,21}|{tax 0,46}",
        "A|23%|{sales 16,15}|{net 13,13}|{tax 3,02}",
        "Data: 09.12.2024|Godzina: 14:22"
    };

    /** Deposits charged and returned, what is to pay, two means of payment. */
    private static final String[] DEPOSITS = {
        "SKLEP SPOŻYWCZY U ZOSI",
        "NIP 123-456-32-18",
        "2025-11-20|nr wydr. 004711",
        "PARAGON FISKALNY",
        "WODA MINERALNA 1,5L A|{quantity 6} x{price 2,58} {line 15,48}A",
        "SOK POMARAŃCZOWY A|{quantity 2} x{price 6,49} {line 12,98}A",
        "BUŁKA GRAHAM C|{quantity 3} x{price 0,97} {line 2,91}C",
        "SPRZEDAŻ OPODATKOWANA A|{sales 28,46}",
        "PTU A 23%|{tax 5,32}",
        "SPRZEDAŻ OPODATKOWANA C|{sales 2,91}",
        "PTU C 5%|{tax 0,14}",
        "SUMA PTU|{sum of tax 5,46}",
        "SUMA PLN|{total 31,37}",
        "OPAKOWANIA ZWROTNE WYDANIA",
        "But Plastik kaucja|{deposit quantity 6} x{deposit price 0,50} {deposit 3,00}",
        "OPAKOWANIA ZWROTNE PRZYJĘCIA",
        "Puszka kaucja|{deposit quantity 3} x{deposit price 0,50} {deposit 1,50}",
        "DO ZAPŁATY|{due 32,87} PLN",
        "ROZLICZENIE PŁATNOŚCI",
        "BON|{payment 12,00} PLN",
        "KARTA|{payment 20,87} PLN"
    };

    /** Discounts behind all goods that name their line, and the sum of them; one letter without a sum of tax. */
    private static final String[] DISCOUNTS_BEHIND = {
        "HIPERMARKET AUCHAN",
        "NIP: 526-03-09-174",
        "NIEFISKALNY",
        "2025-03-11",
        "NAPOJ JABL 111222A|{quantity 5} x{price 5,48} {line 27,40}A",
        "TWAROG POL 333444A|{quantity 2} x{price 4,13} {line 8,26}A",
        "MARCHEW LU 555666A|{quantity 0,864} x{price 3,98} {line 3,44}A",
        "Rabat NAPOJ JABL 111222A|-{discount 2,45}A",
        "Rabat TWAROG POL 333444A|-{discount 1,23}A",
        "SPRZEDAŻ OPODATK. A|{sales 35,42}",
        "PTU A 23,00 %|{tax 6,62}",
        "SUMA PLN|{total 35,42}",
        "#701 00000701|16:17",
        "Karty plat.|{payment 35,42} PLN"
    };

    /** No tax table: the lines, the total and what was paid. */
    private static final String[] NO_TABLE = {
        "KIOSK NA ROGU",
        "NIP 123-456-32-18",
        "2026-03-14",
        "PARAGON FISKALNY",
        "GAZETA CODZIENNA|{quantity 3} x{price 4,99} {line 14,97}",
        "BILET ULGOWY|{quantity 2} x{price 2,39} {line 4,78}",
        "DŁUGOPIS ŻELOWY|{quantity 4} x{price 3,27} {line 13,08}",
        "SUMA PLN|{total 32,83}",
        "GOTÓWKA|{payment 50,00}",
        "RESZTA|{payment 17,17}"
    };

    /** Other words, tax after the payment. */
    private static final String[] GERMAN = {
        "Markt am Teich",
        "Musterstr. 4",
        "EUR",
        "SALATBAR|{line 3,96} B",
        "QUARK|{line 1,57} B",
        "LAMPE|{line 14,95} A",
        "SUMME|EUR|{total 20,48}",
        "BAR|EUR|{payment 25,00}",
        "Rückgeld|EUR|-{payment 4,52}",
        "MwSt|NETTO|MwSt|UMSATZ",
        "A 19%|{net 12,56}|{tax 2,39}|{sales 14,95}",
        "B 7%|{net 5,17}|{tax 0,36}|{sales 5,53}",
        "08.04.20 09:51 0000545 003"
    };

    static final Map<String, String[]> LAYOUTS = layouts();

    private Contradictions() {}

    private static Map<String, String[]> layouts() {
        Map<String, String[]> layouts = new LinkedHashMap<>();
        layouts.put("fiscal", FISCAL);
        layouts.put("two rows", TWO_ROWS);
        layouts.put("app with columns", APP_WITH_COLUMNS);
        layouts.put("app with other words", APP_WITH_OTHER_WORDS);
        layouts.put("app with a table", APP_WITH_TABLE);
        layouts.put("deposits", DEPOSITS);
        layouts.put("discounts behind", DISCOUNTS_BEHIND);
        layouts.put("no table", NO_TABLE);
        layouts.put("german", GERMAN);
        return layouts;
    }

    /**
     * A receipt with one wrong figure.
     *
     * @param place what the figure is
     * @param kind how it differs
     * @param truth what every equation asks for
     * @param print what is printed instead
     * @param row of the wrong figure, from 1
     * @param rows as {@link pl.paragon.analysis.PrintedText} takes them
     */
    record Contradiction(String layout, String place, String kind, String truth, String print, int row, String[] rows) {

        /**
         * Whether its words are less certain than Polish ones: payments then prove nothing, but cast no doubt either,
         * and a row whose number is no amount is not missed.
         */
        boolean abroad() {
            return layout.equals("german");
        }

        /**
         * A till that prints 0,85 for 0,850 says the same, and so does a price whose product is rounded to the value.
         */
        boolean contradicts() {
            BigDecimal wrong = number(print);
            if (wrong.compareTo(number(truth)) == 0) {
                return false;
            }
            Matcher product = PRODUCT.matcher(rows[row - 1].replace('|', ' '));
            return !product.find()
                    || !(place.equals("quantity") || place.equals("price"))
                    || number(product.group(1))
                                    .multiply(number(product.group(2)))
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .compareTo(number(product.group(3)))
                            != 0;
        }

        private static BigDecimal number(String print) {
            return new BigDecimal(print.replace(',', '.'));
        }

        @Override
        public String toString() {
            return "%s: %s of row %d, %s: %s for %s".formatted(layout, place, row, kind, print, truth);
        }
    }

    static String[] right(String layout) {
        return Arrays.stream(LAYOUTS.get(layout))
                .map(row -> FIGURE.matcher(row).replaceAll("$2"))
                .toArray(String[]::new);
    }

    /** Every figure of every layout, wrong in every way. */
    static List<Contradiction> all() {
        List<Contradiction> all = new ArrayList<>();
        LAYOUTS.forEach((layout, rows) -> {
            for (int row = 0; row < rows.length; row++) {
                Matcher figure = FIGURE.matcher(rows[row]);
                while (figure.find()) {
                    for (Map.Entry<String, Set<String>> kind :
                            differences(figure.group(2)).entrySet()) {
                        for (String print : kind.getValue()) {
                            Contradiction drawn = contradiction(layout, rows, row, figure, kind.getKey(), print);
                            if (drawn.contradicts()) {
                                all.add(drawn);
                            }
                        }
                    }
                }
            }
        });
        return all;
    }

    private static Contradiction contradiction(
            String layout, String[] rows, int row, Matcher figure, String kind, String print) {
        String[] drawn = right(layout);
        String changed = rows[row].substring(0, figure.start()) + print + rows[row].substring(figure.end());
        drawn[row] = FIGURE.matcher(changed).replaceAll("$2");
        return new Contradiction(layout, figure.group(1), kind, figure.group(2), print, row + 1, drawn);
    }

    private static Map<String, Set<String>> differences(String figure) {
        Map<String, Set<String>> differences = new LinkedHashMap<>();
        differences.put("one digit", digits(figure));
        differences.put("swapped digits", swapped(figure));
        differences.put("a missing digit", missing(figure));
        differences.put("a digit more", Set.of("1" + figure));
        differences.put("a comma", commas(figure));
        return differences;
    }

    /** Each digit as the one that readers most often take it for, and as its successor. */
    private static Set<String> digits(String figure) {
        Set<String> made = new LinkedHashSet<>();
        for (int i = 0; i < figure.length(); i++) {
            if (Character.isDigit(figure.charAt(i))) {
                int digit = figure.charAt(i) - '0';
                made.add(with(figure, i, "8778968138".charAt(digit)));
                made.add(with(figure, i, (char) ('0' + (digit + 1) % 10)));
            }
        }
        return made;
    }

    private static String with(String figure, int at, char digit) {
        return figure.substring(0, at) + digit + figure.substring(at + 1);
    }

    private static Set<String> swapped(String figure) {
        Set<String> made = new LinkedHashSet<>();
        for (int i = 0; i + 1 < figure.length(); i++) {
            int next = Character.isDigit(figure.charAt(i + 1)) ? i + 1 : i + 2;
            boolean both = Character.isDigit(figure.charAt(i)) && next < figure.length();
            if (both && figure.charAt(i) != figure.charAt(next)) {
                made.add(with(with(figure, i, figure.charAt(next)), next, figure.charAt(i)));
            }
        }
        return made;
    }

    private static int comma(String figure) {
        return Math.max(figure.indexOf(','), figure.indexOf('.'));
    }

    private static Set<String> missing(String figure) {
        Set<String> made = new LinkedHashSet<>();
        for (int i = 0; i < figure.length() && figure.length() > 1; i++) {
            if (Character.isDigit(figure.charAt(i))) {
                made.add(figure.substring(0, i) + figure.substring(i + 1));
            }
        }
        return made;
    }

    /** Moved to the left and to the right. Left out it contradicts nothing: the digits are the same. */
    private static Set<String> commas(String figure) {
        int comma = comma(figure);
        if (comma < 0) {
            return Set.of();
        }
        String digits = figure.substring(0, comma) + figure.substring(comma + 1);
        char sign = figure.charAt(comma);
        Set<String> made = new LinkedHashSet<>();
        if (comma > 1) {
            made.add(digits.substring(0, comma - 1) + sign + digits.substring(comma - 1));
        }
        if (comma + 1 < digits.length()) {
            made.add(digits.substring(0, comma + 1) + sign + digits.substring(comma + 1));
        }
        return made;
    }
}
