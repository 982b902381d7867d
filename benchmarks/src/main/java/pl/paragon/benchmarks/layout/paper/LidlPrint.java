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

/** {@code 2 * 1,79 3,58 B} with spaces around everything, a discount below, the terminal's slip after the end. */
public final class LidlPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.GROCERY, 2, 15)
            .lowering(15, "Lidl Plus kupon", "Lidl Plus rabat", "RABAT 50%", "Taniej za 2")
            .withDeposits();

    @Override
    public String id() {
        return "lidl";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Lidl", "LIDL", "Lidl sp. z o.o. sp. k.", "7811897358", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 42, look());
        FiscalParts.head(
                till,
                "NIP 781-18-97-358",
                "Lidl sp. z o.o. sp. k.",
                "ul. Poznańska 48, Jankowice",
                "62-080 Tarnowo Podgórne",
                shop.town() + ", " + shop.street());
        till.sheet.pair(till.day("yyyy-MM-dd"), "nr:" + till.number(5));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        FiscalParts.taxes(till, "Sprzed. opod. PTU %s", "Kwota %s %s,00%%", "SUMA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        FiscalParts.deposits(till);
        FiscalParts.identity(till, "");
        FiscalParts.payment(till, "Gotówka", "Karta płatnicza", "Reszta", "");
        FiscalParts.slip(till);
        till.sheet.gap(0.4).centre("Z Lidl Plus oszczędzasz więcej!").centre("Reklamacje z paragonem do 30 dni");
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.cut(line.goods().name(), 18);
        String quantity = line.weighed()
                ? Print.comma(line.quantity()) + "kg x "
                : line.quantity().intValue() + " * ";
        till.sold(line, name);
        till.sheet.pair(
                name, quantity + Print.comma(line.unitPrice()) + " " + Print.comma(line.total()) + " " + line.letter());
        if (line.rebate() != null) {
            till.sheet.pair("   " + line.rebate().label(), Print.minus(line.discount()) + "  ");
        }
    }
}
