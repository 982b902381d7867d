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

/** A small shop's printer: two rows for each line or one, labels of an older printer, at times with a voided line. */
public final class SmallShopPrint implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 1, 9).lowering(5, "RABAT").cancelling(15);

    @Override
    public String id() {
        return "small-shop";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.small(lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, width(lot), look());
        FiscalParts.head(
                till,
                (till.chance(50) ? "NIP " : "NIP: ")
                        + (till.chance(50) ? Print.nip3(shop.nip()) : Print.nip2(shop.nip())),
                shop.sign(),
                shop.legal(),
                shop.street(),
                shop.town());
        till.sheet.pair(till.day(till.chance(50) ? "yyyy-MM-dd" : "dd-MM-yyyy"), "nr wydr." + till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        boolean twoRows = till.chance(60);
        till.purchase.lines().forEach(line -> item(till, line, twoRows));
        till.sheet.dashes();
        FiscalParts.taxes(till, "Sprzed. opodatk. %s", "Kwota PTU %s %s%%", "Łączna kwota PTU");
        till.sheet.large(till.chance(50) ? "SUMA PLN" : "RAZEM PLN", Print.comma(till.purchase.total()));
        FiscalParts.payment(till, "Gotówka", "Karta", "Reszta", "");
        FiscalParts.identity(till, "");
        return till.rendition("PLN");
    }

    private static int width(RandomGenerator lot) {
        return lot.nextInt(30, 41);
    }

    private static void item(Till till, PurchaseLine line, boolean twoRows) {
        String name = twoRows ? line.goods().name() : Print.cut(line.goods().name(), till.sheet.columns() - 18);
        till.sold(line, name);
        if (twoRows) {
            till.sheet.left(name).right(FiscalParts.counted(line, " x ", "    "));
        } else {
            till.sheet.pair(name, FiscalParts.counted(line, "x", " "));
        }
        if (line.voided()) {
            FiscalParts.storno(till, line, Print.cut(name, till.sheet.columns() - 20), "x");
        }
        if (line.rebate() != null) {
            till.sheet.pair("  RABAT", Print.minus(line.discount()) + line.letter());
        }
    }
}
