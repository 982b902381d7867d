package pl.paragon.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import pl.paragon.contracts.text.RecognizedText;

/** Receipts of invented purchases, whose figures are right, printed as shops do. */
public final class Purchases {

    /** How a shop prints. */
    public enum Style {
        /** Date and time below everything. */
        TILL,
        /** Date above the title, cash, thanks. */
        SMALL_SHOP,
        /** An app's table. */
        APP,
        /** No tax table. */
        KIOSK,
        /** The seller's number and name at the end. */
        SELLER_BELOW,
        GERMAN
    }

    /**
     * @param nip or {@code null} if it is not a Polish one
     * @param total in grosze
     */
    public record Purchase(Style style, String nip, String date, long total, List<String> rows) {

        public RecognizedText text() {
            return PrintedText.of(rows.toArray(String[]::new));
        }
    }

    private static final List<String> GOODS = List.of(
            "CHLEB RAZOWY",
            "JOGURT MALINOWY",
            "SER GOUDA PLASTRY",
            "WODA NIEGAZOWANA",
            "MASLO EKSTRA",
            "PLYN DO NACZYN",
            "KAWA MIELONA",
            "HERBATA CZARNA",
            "MAKARON SWIDERKI",
            "RYZ BIALY",
            "OLEJ RZEPAKOWY",
            "BULKA GRAHAMKA",
            "SOK JABLKOWY",
            "PAPIER KUCHENNY",
            "DZEM WISNIOWY");

    private static final List<String> GERMAN_GOODS =
            List.of("SALATBAR", "QUARK MAGER", "LAMPE KLEIN", "BROT DUNKEL", "APFELSAFT", "BUTTER MILD", "TEE SCHWARZ");

    private final Random random;

    private Purchases(long seed) {
        random = new Random(seed);
    }

    /** @param seed tells shop, goods and amounts; a shop's name and number follow from its style and {@code shop} */
    public static Purchase of(Style style, int shop, long seed) {
        return new Purchases(seed * 31 + style.ordinal()).purchase(style, shop, 2 + (int) (seed % 5));
    }

    /** A purchase of so many lines. */
    public static Purchase of(Style style, int shop, long seed, int lines) {
        return new Purchases(seed * 31 + style.ordinal()).purchase(style, shop, lines);
    }

    private Purchase purchase(Style style, int shop, int lines) {
        List<Line> goods = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            List<String> names = style == Style.GERMAN ? GERMAN_GOODS : GOODS;
            String name = names.get(random.nextInt(names.size()));
            long quantity = 1 + random.nextInt(3);
            long price = 150 + random.nextInt(2500);
            goods.add(new Line(name, quantity, price, random.nextBoolean() ? 'A' : 'C'));
        }
        long total = goods.stream().mapToLong(Line::value).sum();
        String nip = nip(shop);
        String date = "2026-%02d-%02d".formatted(1 + random.nextInt(9), 1 + random.nextInt(28));
        String time = "%02d:%02d".formatted(8 + random.nextInt(12), random.nextInt(60));
        String number = "%06d".formatted(random.nextInt(1_000_000));
        List<String> rows =
                switch (style) {
                    case TILL -> till(shop, nip, number, date, time, goods, total);
                    case SMALL_SHOP -> smallShop(shop, nip, number, date, time, goods, total);
                    case APP -> app(shop, nip, number, date, time, goods, total);
                    case KIOSK -> kiosk(shop, nip, date, goods, total);
                    case SELLER_BELOW -> sellerBelow(shop, nip, number, date, time, goods, total);
                    case GERMAN -> german(shop, date, time, goods, total);
                };
        return new Purchase(style, style == Style.GERMAN ? null : nip, date, total, rows);
    }

    private record Line(String name, long quantity, long price, char letter) {

        long value() {
            return quantity * price;
        }
    }

    private static List<String> till(
            int shop, String nip, String number, String date, String time, List<Line> goods, long total) {
        List<String> rows = new ArrayList<>(List.of(
                "MARKET NR %d Sp. z o.o.".formatted(shop),
                "20-2%02d Lublin, ul. Projektowa %d".formatted(shop % 100, shop),
                "NIP %s|nr:%s".formatted(nip, number),
                "PARAGON FISKALNY"));
        goods.forEach(g -> rows.add(
                "%c %s|%d x%s %s%c".formatted(g.letter, g.name, g.quantity, zl(g.price), zl(g.value()), g.letter)));
        rows.addAll(taxes(goods, "SPRZEDAŻ OPODATKOWANA %c|%s", "PTU %c %d%%|%s", "SUMA PTU|%s"));
        rows.addAll(List.of(
                "SUMA PLN|" + zl(total),
                "ROZLICZENIE PŁATNOŚCI",
                "KARTA|%s PLN".formatted(zl(total)),
                "00123 #04 78760|%s %s".formatted(date, time)));
        return rows;
    }

    private static List<String> smallShop(
            int shop, String nip, String number, String date, String time, List<Line> goods, long total) {
        List<String> rows = new ArrayList<>(List.of(
                "SKLEP SPOŻYWCZY NR %d".formatted(shop),
                "00-0%02d Warszawa, ul. Zmyślona %d".formatted(shop % 100, shop),
                "NIP %s".formatted(nip),
                "%s|nr wydr. %s".formatted(date, number),
                "PARAGON FISKALNY"));
        goods.forEach(g -> rows.add(
                "%s %c|%d x%s %s%c".formatted(g.name, g.letter, g.quantity, zl(g.price), zl(g.value()), g.letter)));
        rows.addAll(taxes(goods, "Sprzed. opodatk. %c|%s", "Kwota PTU %c %d%%|%s", "Łączna kwota PTU|%s"));
        rows.addAll(List.of(
                "RAZEM PLN|" + zl(total),
                "GOTÓWKA|" + zl(total + 500),
                "RESZTA|5,00",
                "Kasjer 2|" + time,
                "Dziękujemy za zakupy"));
        return rows;
    }

    private static List<String> app(
            int shop, String nip, String number, String date, String time, List<Line> goods, long total) {
        List<String> rows = new ArrayList<>(List.of(
                "Sklep %d LIPOWA %d".formatted(1000 + shop, shop),
                "Handel Polska S. A.",
                "NIP %s".formatted(nip),
                "%s %s".formatted(date, time),
                "NIEFISKALNY",
                "Nazwa|PTU|Ilość|Cena|Wartość"));
        goods.forEach(g -> rows.add("%s|%c|%d.000 x|%s|%s"
                .formatted(g.name.toLowerCase(Locale.ROOT), g.letter, g.quantity, zl(g.price), zl(g.value()))));
        rows.addAll(taxes(goods, "Sprzedaż opodatkowana %c|%s", "PTU %c %d%%|%s", "Suma PTU|%s"));
        rows.addAll(List.of(
                "Suma PLN|" + zl(total),
                "Kasa 3 Kasjer",
                "Karta płatnicza|" + zl(total),
                "Numer transakcji|" + number));
        return rows;
    }

    private static List<String> kiosk(int shop, String nip, String date, List<Line> goods, long total) {
        List<String> rows = new ArrayList<>(
                List.of("KIOSK NR %d".formatted(shop), "NIP %s".formatted(nip), date, "PARAGON FISKALNY"));
        goods.forEach(g -> rows.add("%s|%d x%s %s".formatted(g.name, g.quantity, zl(g.price), zl(g.value()))));
        rows.addAll(List.of("SUMA PLN|" + zl(total), "KARTA|" + zl(total)));
        return rows;
    }

    private static List<String> sellerBelow(
            int shop, String nip, String number, String date, String time, List<Line> goods, long total) {
        List<String> rows = new ArrayList<>(List.of("Delikatesy Nad Rzeką %d".formatted(shop), "PARAGON FISKALNY"));
        goods.forEach(
                g -> rows.add("%s|%d x%s %s%c".formatted(g.name, g.quantity, zl(g.price), zl(g.value()), g.letter)));
        rows.addAll(taxes(goods, "SPRZEDAŻ OPODATKOWANA %c|%s", "PTU %c %d%%|%s", "SUMA PTU|%s"));
        rows.addAll(List.of(
                "SUMA PLN|" + zl(total),
                "KARTA|" + zl(total),
                "%s %s|nr wydr. %s".formatted(date, time, number),
                "Delikatesy Sp. z o.o.",
                "NIP %s".formatted(nip),
                "Zapraszamy ponownie"));
        return rows;
    }

    private static List<String> german(int shop, String date, String time, List<Line> goods, long total) {
        List<String> rows = new ArrayList<>(List.of(
                "Markt %d am Teich GmbH".formatted(shop), "Musterstr. %d".formatted(shop), "12345 Neustadt", "EUR"));
        goods.forEach(g -> rows.add("%s|%s %c".formatted(g.name, zl(g.value()), g.letter == 'A' ? 'A' : 'B')));
        rows.addAll(List.of(
                "SUMME|EUR|" + zl(total),
                "BAR|EUR|" + zl(total + 100),
                "Rückgeld|EUR|-1,00",
                "MwSt|NETTO|MwSt|UMSATZ"));
        sales(goods).forEach((letter, gross) -> {
            int rate = letter == 'A' ? 19 : 7;
            long tax = tax(gross, rate);
            rows.add(
                    "%c %d%%|%s|%s|%s".formatted(letter == 'A' ? 'A' : 'B', rate, zl(gross - tax), zl(tax), zl(gross)));
        });
        rows.add("%s.%s.%s %s 0000545 003"
                .formatted(date.substring(8), date.substring(5, 7), date.substring(2, 4), time));
        return rows;
    }

    private static List<String> taxes(List<Line> goods, String sale, String tax, String sum) {
        List<String> rows = new ArrayList<>();
        long taxes = 0;
        for (Map.Entry<Character, Long> sales : sales(goods).entrySet()) {
            int rate = sales.getKey() == 'A' ? 23 : 5;
            long part = tax(sales.getValue(), rate);
            rows.add(sale.formatted(sales.getKey(), zl(sales.getValue())));
            rows.add(tax.formatted(sales.getKey(), rate, zl(part)));
            taxes += part;
        }
        rows.add(sum.formatted(zl(taxes)));
        return rows;
    }

    private static TreeMap<Character, Long> sales(List<Line> goods) {
        TreeMap<Character, Long> sales = new TreeMap<>();
        goods.forEach(g -> sales.merge(g.letter, g.value(), Long::sum));
        return sales;
    }

    private static long tax(long gross, int rate) {
        return Math.round((double) gross * rate / (100 + rate));
    }

    /** A number with a right check digit for each shop. */
    private static String nip(int shop) {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        for (int i = 0; ; i++) {
            String digits = "%09d".formatted(612_000_000L + shop * 1_000L + i);
            int sum = 0;
            for (int k = 0; k < 9; k++) {
                sum += weights[k] * (digits.charAt(k) - '0');
            }
            if (sum % 11 != 10) {
                return digits + sum % 11;
            }
        }
    }

    private static String zl(long grosze) {
        return "%d,%02d".formatted(grosze / 100, grosze % 100);
    }
}
