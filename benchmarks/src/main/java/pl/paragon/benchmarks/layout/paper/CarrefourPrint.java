package pl.paragon.benchmarks.layout.paper;

import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.layout.FiscalParts;
import pl.paragon.benchmarks.layout.Layout;
import pl.paragon.benchmarks.layout.Print;
import pl.paragon.benchmarks.layout.Rendition;
import pl.paragon.benchmarks.layout.Sheet.Look;
import pl.paragon.benchmarks.layout.Till;
import pl.paragon.benchmarks.purchase.Goods;
import pl.paragon.benchmarks.purchase.Habits;
import pl.paragon.benchmarks.purchase.PurchaseLine;
import pl.paragon.benchmarks.purchase.Shop;
import pl.paragon.benchmarks.purchase.Shopping;

/** The tax letter before the name and after the value, {@code 1*1,99= 1,99 A}, a bar code below. */
public final class CarrefourPrint implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 1, 14).lowering(14, "Rabat", "Cena z kartą", "PROMOCJA");

    @Override
    public String id() {
        return "carrefour";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Carrefour", "CARREFOUR", "CARREFOUR Polska Sp. z o. o.", "9370008168", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 38, look());
        FiscalParts.head(
                till,
                "NIP " + Print.nip2(shop.nip()),
                "* CARREFOUR *",
                shop.town() + " " + shop.street(),
                "Tel. (" + till.digits(2) + ") " + till.digits(3) + "-" + till.digits(2) + "-" + till.digits(2),
                "CARREFOUR Polska Sp. z o. o.",
                "03-734 Warszawa ul. Targowa 72");
        till.sheet.pair(till.day("yyyy-MM-dd"), "nr wydr." + till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.gap(0.5);
        FiscalParts.taxes(till, "Sprzed. opod. PTU %s", "Kwota %s %s,00%%", "Podatek PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        FiscalParts.identity(till, "");
        till.sheet.bars(lot.nextLong()).centre(till.digits(24));
        if (till.purchase.cash() == null) {
            till.sheet.pair("Płatność        Karta płatnicza", Print.comma(till.purchase.due()));
        } else {
            till.sheet.pair("Płatność        Gotówka", Print.comma(till.purchase.cash()));
            till.sheet.pair("Reszta          Gotówka", Print.comma(till.purchase.change()));
        }
        till.sheet.left("Kasjer          " + till.digits(3)).left("Nr transakcji   " + till.digits(5));
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.cut(Print.upper(line.goods().name()), 17);
        String quantity = line.weighed()
                ? Print.comma(line.quantity())
                : String.valueOf(line.quantity().intValue());
        till.sold(line, name);
        till.sheet.pair(
                line.letter() + "_" + name,
                quantity + "*" + Print.comma(line.unitPrice()) + "= " + Print.comma(line.total()) + " "
                        + line.letter());
        if (line.rebate() != null) {
            till.sheet.pair("  " + line.rebate().label(), Print.minus(line.discount()) + " " + line.letter());
        }
    }
}
