package pl.paragon.benchmarks.layout.paper;

import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.layout.FiscalParts;
import pl.paragon.benchmarks.layout.Layout;
import pl.paragon.benchmarks.layout.Print;
import pl.paragon.benchmarks.layout.Rendition;
import pl.paragon.benchmarks.layout.Sheet.Align;
import pl.paragon.benchmarks.layout.Sheet.Cell;
import pl.paragon.benchmarks.layout.Sheet.Look;
import pl.paragon.benchmarks.layout.Till;
import pl.paragon.benchmarks.purchase.Goods;
import pl.paragon.benchmarks.purchase.Habits;
import pl.paragon.benchmarks.purchase.PurchaseLine;
import pl.paragon.benchmarks.purchase.Shop;
import pl.paragon.benchmarks.purchase.Shopping;

/** Names run together, the tax letter in a column of its own, a discount below with the lowered value under it. */
public final class BiedronkaPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.GROCERY, 3, 16)
            .lowering(18, "Rabat", "Rabat grupowy")
            .withDeposits();

    @Override
    public String id() {
        return "biedronka";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Biedronka", "Biedronka", "Jeronimo Martins Polska S.A.", "7791011327", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 40, look());
        till.sheet.sign("Biedronka").gap(0.3);
        FiscalParts.head(
                till,
                "NIP " + Print.nip3(shop.nip()),
                "Sklep " + till.digits(4) + " " + shop.street(),
                shop.town(),
                "Jeronimo Martins Polska S.A.");
        till.sheet.pair(till.day("yyyy-MM-dd") + " " + till.time(), till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        FiscalParts.taxes(till, "SPRZEDAŻ OPODATKOWANA %s", "PTU %s %s,00 %%", "SUMA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        FiscalParts.identity(till, "yyyy-MM-dd");
        FiscalParts.deposits(till);
        FiscalParts.payment(till, "GOTÓWKA", "KARTA PŁATNICZA", "RESZTA", " PLN");
        till.sheet.pair("Nr transakcji:", till.digits(20));
        till.sheet.centre("DZIĘKUJEMY I ZAPRASZAMY PONOWNIE");
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.together(line.goods().name(), 19);
        String quantity = line.weighed()
                ? Print.comma(line.quantity())
                : String.valueOf(line.quantity().intValue());
        till.sold(line, name);
        till.sheet.row(
                1,
                false,
                new Cell(name, 0, Align.LEFT),
                new Cell(line.letter(), 20, Align.LEFT),
                new Cell(
                        quantity + " x" + Print.comma(line.unitPrice()) + " " + Print.comma(line.total())
                                + line.letter(),
                        40,
                        Align.RIGHT));
        if (line.rebate() != null) {
            till.sheet.pair("  " + line.rebate().label(), Print.minus(line.discount()) + " ");
            till.sheet.right(Print.comma(line.net()) + line.letter());
        }
    }
}
