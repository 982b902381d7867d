package pl.paragon.benchmarks.layout.app;

import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.layout.FiscalParts;
import pl.paragon.benchmarks.layout.Layout;
import pl.paragon.benchmarks.layout.Print;
import pl.paragon.benchmarks.layout.Rendition;
import pl.paragon.benchmarks.layout.Sheet.Look;
import pl.paragon.benchmarks.layout.Till;
import pl.paragon.benchmarks.purchase.Goods;
import pl.paragon.benchmarks.purchase.Habits;
import pl.paragon.benchmarks.purchase.Purchase.DepositLine;
import pl.paragon.benchmarks.purchase.PurchaseLine;
import pl.paragon.benchmarks.purchase.Shop;
import pl.paragon.benchmarks.purchase.Shopping;

/**
 * The app's copy: "PTU A" is the sales and "Kwota A" the tax, "Suma" right below is the tax of all, and no tax number
 * stands on it.
 */
public final class LidlApp implements Layout {

    private static final Habits HABITS = Habits.of(Goods.GROCERY, 3, 20)
            .lowering(22, "RABAT 50%", "Lidl Plus oferta", "Taniej za 4", "Lidl Plus kupon")
            .withDeposits()
            .since(2023);

    @Override
    public String id() {
        return "lidl-app";
    }

    @Override
    public Look look() {
        return Look.SCREEN_FIXED;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Lidl", "LIDL", "Lidl sp. z o.o. sp. k.", "7811897358", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 44, look());
        till.sheet
                .sign("LIDL")
                .gap(0.5)
                .centre("Adres siedziby: Poznańska 48, Jankowice")
                .centre("Podgórne nr rej: BDO 000002265 Lidl sp.")
                .centre("z o. o. sp. k.")
                .centre(shop.town() + ", " + shop.street())
                .left(till.day("yyyy-MM-dd"))
                .gap(0.5);
        till.purchase.lines().forEach(line -> item(till, line));
        till.purchase.sales().forEach((letter, sales) -> {
            till.sheet.pair("PTU " + letter, Print.comma(sales.gross()));
            till.sheet.pair("Kwota " + letter + " " + sales.rate() + ",00%", Print.comma(sales.tax()));
        });
        till.sheet.pair("Suma", Print.comma(till.purchase.tax()));
        till.sheet.large("Suma PLN", Print.comma(till.purchase.total()));
        for (DepositLine deposit : till.purchase.deposits()) {
            till.sheet.pair(
                    "Opakowania zwrotne " + deposit.name().split(" ")[1],
                    deposit.pieces() + " * " + Print.comma(deposit.each()) + " " + Print.comma(deposit.amount()));
        }
        till.sheet.pair(till.digits(2) + " " + till.digits(4) + "    nr: " + till.number(5), till.time());
        till.sheet.large("Suma", Print.comma(till.purchase.due()));
        FiscalParts.payment(till, "Płatność Gotówka", "Płatność Karta płatnicza", "Reszta", "");
        if (till.purchase.discounts().grosze() > 0) {
            till.sheet
                    .dashes()
                    .centre("Z Lidl Plus zaoszczędzono")
                    .centre(Print.comma(till.purchase.discounts()) + " zł")
                    .dashes();
        }
        till.sheet
                .gap(0.5)
                .bars(lot.nextLong())
                .centre("Kwota do zapłaty uwzględnia ewentualną")
                .centre("kaucję za opakowania, niewyszczególnioną")
                .centre("w cenie towaru")
                .centre("DZIĘKUJEMY ZA ODWIEDZINY");
        return till.renditionWithoutNip();
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.cut(line.goods().name(), 16);
        String quantity = line.weighed()
                ? Print.comma(line.quantity()) + "kg x "
                : line.quantity().intValue() + " * ";
        till.sold(line, name);
        till.sheet.pair(
                name, quantity + Print.dot(line.unitPrice()) + " " + Print.dot(line.total()) + " " + line.letter());
        if (line.rebate() != null) {
            till.sheet.pair("   " + line.rebate().label(), Print.minus(line.discount()) + "  ");
        }
    }
}
