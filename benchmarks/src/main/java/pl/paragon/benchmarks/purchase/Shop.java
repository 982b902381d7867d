package pl.paragon.benchmarks.purchase;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Where it was bought. Streets and towns are put together by lot; the tax numbers of chains are public, those of small
 * shops are made up with a right check digit.
 *
 * @param chain the usual name, {@code null} for a shop of no chain
 * @param sign what stands at the top
 * @param legal the company
 * @param nip {@code null} outside Poland
 */
public record Shop(Country country, String chain, String sign, String legal, String street, String town, String nip) {

    private static final List<String> STREETS = List.of(
            "Łąkowa",
            "Mickiewicza",
            "Świętokrzyska",
            "Źródlana",
            "Kościuszki",
            "Polna",
            "3 Maja",
            "Żeromskiego",
            "Długa",
            "Piłsudskiego",
            "Ogrodowa",
            "Śląska");
    private static final List<String> TOWNS = List.of(
            "Łódź",
            "Kraków",
            "Żyrardów",
            "Świdnica",
            "Rzeszów",
            "Gdańsk",
            "Jarosław",
            "Września",
            "Toruń",
            "Białystok",
            "Pszczyna",
            "Ząbki");
    private static final List<String> GERMAN_TOWNS =
            List.of("Musterstadt", "Neuhausen", "Schönfeld", "Grünau", "Oberberg");
    private static final List<String> GERMAN_STREETS =
            List.of("Hauptstr.", "Bahnhofstr.", "Mühlenweg", "Königsallee", "Schulstr.");
    private static final List<String> SIGNS = List.of(
            "SKLEP SPOŻYWCZY \"ŻUCZEK\"",
            "SKLEP SPOŻYWCZO-PRZEMYSŁOWY",
            "DELIKATESY \"U JOLI\"",
            "SKLEP WIELOBRANŻOWY KALINA",
            "PIEKARNIA POD LIPAMI",
            "WARZYWA I OWOCE ŚWIEŻYNKA",
            "P.H.U. DĄBEK");

    /** Tax rates in percent by letter, as they have been in the years of these receipts. */
    public enum Country {
        POLAND(Map.of("A", 23, "B", 8, "C", 5)),
        GERMANY(Map.of("A", 19, "B", 7)),
        ENGLAND(Map.of("A", 20, "Z", 0));

        private final Map<String, Integer> rates;

        Country(Map<String, Integer> rates) {
            this.rates = rates;
        }

        public Map<String, Integer> rates() {
            return rates;
        }
    }

    public static Shop ofChain(String chain, String sign, String legal, String nip, RandomGenerator lot) {
        return new Shop(Country.POLAND, chain, sign, legal, street(lot), town(lot), nip);
    }

    public static Shop small(RandomGenerator lot) {
        String owner = one(List.of("Jan Wróbel", "Anna Żmuda", "Józef Kłos", "Ewa Gąska", "M. i K. Świerk s.c."), lot);
        return new Shop(Country.POLAND, null, one(SIGNS, lot), owner, street(lot), town(lot), inventedNip(lot));
    }

    public static Shop german(RandomGenerator lot) {
        String sign = one(List.of("REWE", "EDEKA", "NETTO Marken-Discount", "PENNY-MARKT GmbH"), lot);
        String street = one(GERMAN_STREETS, lot) + " " + lot.nextInt(1, 120);
        String town = "%05d %s".formatted(lot.nextInt(10_000, 99_000), one(GERMAN_TOWNS, lot));
        return new Shop(Country.GERMANY, null, sign, "Max Mustermann oHG", street, town, null);
    }

    public static Shop english(RandomGenerator lot) {
        String sign = one(List.of("GREENFIELD STORES", "CORNER MART", "HILLTOP FOODS LTD", "MEADOW GROCERS"), lot);
        String street = lot.nextInt(1, 200) + " " + one(List.of("High Street", "Mill Road", "Church Lane"), lot);
        return new Shop(
                Country.ENGLAND, null, sign, sign, street, one(List.of("Ashbury", "Kingsford", "Westham"), lot), null);
    }

    private static String street(RandomGenerator lot) {
        return "ul. " + one(STREETS, lot) + " " + lot.nextInt(1, 140) + (lot.nextInt(4) == 0 ? "A" : "");
    }

    private static String town(RandomGenerator lot) {
        return "%02d-%03d %s".formatted(lot.nextInt(10, 99), lot.nextInt(10, 999), one(TOWNS, lot));
    }

    private static <T> T one(List<T> of, RandomGenerator lot) {
        return of.get(lot.nextInt(of.size()));
    }

    private static String inventedNip(RandomGenerator lot) {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        while (true) {
            int[] digits = new int[weights.length];
            int sum = 0;
            for (int i = 0; i < weights.length; i++) {
                digits[i] = lot.nextInt(1, 10);
                sum += digits[i] * weights[i];
            }
            if (sum % 11 < 10) {
                StringBuilder nip = new StringBuilder();
                for (int digit : digits) {
                    nip.append(digit);
                }
                return nip.append(sum % 11).toString();
            }
        }
    }
}
