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

/** Narrow capitals with the tax letter in front; discounts by name or of a group below the lines that they lower. */
public final class StokrotkaPrint implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 3, 20).lowering(16, "OPUST").cancelling(15);

    @Override
    public String id() {
        return "stokrotka";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Stokrotka", "Stokrotka Sp. z o.o.", "Stokrotka Sp. z o.o.", "7121008323", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 40, look());
        till.sheet
                .centre("Stokrotka Sp. z o.o.")
                .centre("20-209 Lublin, ul. Projektowa 1")
                .centre("Supermarket Stokrotka " + till.digits(4))
                .centre(shop.town() + ", " + shop.street())
                .pair("NIP " + shop.nip(), "nr:" + till.number(5));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        if (till.purchase.discounts().grosze() > 0) {
            till.sheet.gap(0.3).pair("OPUSTY ŁĄCZNIE", Print.minus(till.purchase.discounts()));
        }
        till.sheet.dashes();
        FiscalParts.taxes(till, "SPRZEDAŻ OPODATKOWANA %s", "PTU %s %s%%", "SUMA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        till.sheet.dashes().left("ROZLICZENIE PŁATNOŚCI");
        FiscalParts.payment(till, "GOTÓWKA", "KARTA MAGNETYCZNA", "RESZTA", " PLN");
        FiscalParts.identity(till, "yyyy-MM-dd");
        if (till.purchase.discounts().grosze() > 0) {
            till.sheet
                    .left("********** Z nami oszczędzasz **********")
                    .right(Print.dot(till.purchase.discounts()) + " PLN");
        }
        FiscalParts.slip(till);
        till.sheet
                .left("BDO : 000022694")
                .left("Nr sys. " + till.digits(4) + "/" + till.digits(4) + "/" + till.digits(6));
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.cut(Print.upper(line.goods().name()), 18);
        till.sold(line, name);
        till.sheet.pair(line.letter() + " " + name, FiscalParts.counted(line, " x", " "));
        if (line.voided()) {
            FiscalParts.storno(till, line, line.letter() + " " + name, " x");
        }
        if (line.rebate() != null) {
            till.sheet.pair(
                    "OPUST " + Print.cut(name, 12) + " " + Print.comma(line.unitPrice()),
                    Print.minus(line.discount()) + line.letter());
        }
    }
}
