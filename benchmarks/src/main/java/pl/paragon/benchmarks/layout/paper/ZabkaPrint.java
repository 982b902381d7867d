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

/** A short receipt of few lines: name, price and letter. */
public final class ZabkaPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.GROCERY, 1, 6)
            .lowering(12, "Rabat żappka", "Promocja")
            .withDeposits();

    @Override
    public String id() {
        return "zabka";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Żabka", "Żabka", "Żabka Polska Sp. z o.o.", "5223071241", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 34, look());
        FiscalParts.head(
                till,
                "NIP " + Print.nip2(shop.nip()),
                "Sklep Żabka Z" + till.digits(4),
                shop.town() + ", " + shop.street(),
                "Żabka Polska Sp. z o.o.",
                "ul. Stanisława Matyi 8, Poznań");
        till.sheet.pair(till.day("dd-MM-yyyy"), "W" + till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        FiscalParts.taxes(till, "Sprzedaż opodatk. %s", "Kwota PTU %s %s %%", "ŁĄCZNA KWOTA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        FiscalParts.identity(till, "");
        FiscalParts.deposits(till);
        FiscalParts.payment(till, "GOTÓWKA", "Karta płatnicza", "RESZTA", " PLN");
        till.sheet.centre("ZBIERAJ ŻAPPSY: ŻAPPKA").left("NR SYSTEMOWY " + till.digits(6));
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.cut(line.goods().name(), 18);
        till.sold(line, name);
        till.sheet.pair(name, FiscalParts.counted(line, " x ", " "));
        if (line.rebate() != null) {
            till.sheet.pair(" *" + line.rebate().label(), Print.minus(line.discount()) + line.letter());
        }
    }
}
