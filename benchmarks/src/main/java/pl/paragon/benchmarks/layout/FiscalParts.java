package pl.paragon.benchmarks.layout;

import java.util.List;
import pl.paragon.benchmarks.purchase.Purchase.DepositLine;
import pl.paragon.benchmarks.purchase.Purchase.Sales;
import pl.paragon.benchmarks.purchase.PurchaseLine;

/** What fiscal prints have in common. */
public final class FiscalParts {

    private static final List<String> PRINTERS = List.of("EAO", "ZBF", "CBR", "EAU", "CCH", "BDO", "EBF", "WTE");

    private FiscalParts() {}

    /** Shop, address and tax number, centred. */
    public static void head(Till till, String nip, String... first) {
        for (String line : first) {
            till.sheet.centre(line);
        }
        till.sheet.centre(nip);
    }

    /** Sales and tax of each letter, the sum of tax. */
    public static void taxes(Till till, String salesLabel, String taxLabel, String sumLabel) {
        till.purchase.sales().forEach((letter, sales) -> {
            till.sheet.pair(salesLabel.formatted(letter), Print.comma(sales.gross()));
            till.sheet.pair(taxLabel.formatted(letter, rate(sales)), Print.comma(sales.tax()));
        });
        till.sheet.pair(sumLabel, Print.comma(till.purchase.tax()));
    }

    private static String rate(Sales sales) {
        return String.valueOf(sales.rate());
    }

    /** The non-fiscal block of packaging, and what is to be paid. */
    public static void deposits(Till till) {
        if (till.purchase.deposits().isEmpty()) {
            return;
        }
        till.sheet.left("OPAKOWANIA ZWROTNE WYDANIA");
        for (DepositLine deposit : till.purchase.deposits()) {
            till.sheet.pair(
                    deposit.name(),
                    deposit.pieces() + " x" + Print.comma(deposit.each()) + " " + Print.comma(deposit.amount()));
        }
        till.sheet.pair("OPAKOWANIA ZWROTNE SUMA", Print.comma(till.purchase.deposit()));
        till.sheet.boldPair("DO ZAPŁATY", Print.comma(till.purchase.due()) + " PLN");
    }

    public static void payment(Till till, String cash, String card, String change, String suffix) {
        if (till.purchase.cash() == null) {
            till.sheet.pair(card, Print.comma(till.purchase.due()) + suffix);
            return;
        }
        till.sheet.pair(cash, Print.comma(till.purchase.cash()) + suffix);
        till.sheet.pair(change, Print.comma(till.purchase.change()) + suffix);
    }

    /** Number of the print, till and time; a check sum; the fiscal logo and the printer's number. */
    public static void identity(Till till, String pattern) {
        till.sheet.pair(
                till.number(6) + " #" + "%03d".formatted(till.purchase.till()) + " " + till.digits(4),
                pattern.isEmpty() ? till.time() : till.day(pattern) + " " + till.time());
        till.sheet.centre(till.digits("0123456789ABCDEF", Math.min(40, till.sheet.columns() - 1)));
        till.sheet.centre("PL " + PRINTERS.get(till.lot.nextInt(PRINTERS.size())) + " " + till.digits(10));
    }

    /** The terminal's slip, which stands below and holds no goods. */
    public static void slip(Till till) {
        if (till.purchase.cash() != null) {
            return;
        }
        till.sheet
                .gap(0.6)
                .dashes()
                .centre("NIEFISKALNY")
                .pair("Data transakcji:", till.day("yyyy-MM-dd") + " " + till.time())
                .left("Karta: ************" + till.digits(4))
                .left("Kod autoryzacji: " + till.digits(6))
                .pair("Sprzedaż:", "PLN " + Print.comma(till.purchase.due()))
                .centre("Transakcja zaakceptowana")
                .centre("NIEFISKALNY");
    }

    /** {@code 2 x3,99 7,98A}, or by weight. */
    public static String counted(PurchaseLine line, String times, String between) {
        String quantity = line.weighed()
                ? Print.comma(line.quantity())
                : String.valueOf(line.quantity().intValue());
        return quantity + times + Print.comma(line.unitPrice()) + between + Print.comma(line.total()) + line.letter();
    }

    /** A cancelled line once more, with its sign turned. */
    public static void storno(Till till, PurchaseLine line, String name, String times) {
        till.sheet.left("STORNO");
        String quantity = line.weighed()
                ? Print.comma(line.quantity())
                : String.valueOf(line.quantity().intValue());
        till.sheet.pair(
                name,
                "-" + quantity + times + Print.comma(line.unitPrice()) + " " + Print.minus(line.total())
                        + line.letter());
    }
}
