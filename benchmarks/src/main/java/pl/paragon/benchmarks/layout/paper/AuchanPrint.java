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

/**
 * Capitals, at times with an article number and the letter at the name's end; a cancelled line stands there twice;
 * payment after the fiscal end.
 */
public final class AuchanPrint implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 4, 20).lowering(8, "Rabat").cancelling(20);

    @Override
    public String id() {
        return "auchan";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Auchan", "HIPERMARKET AUCHAN", "AUCHAN POLSKA SP. Z O.O.", "5260309174", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 40, look());
        FiscalParts.head(
                till,
                "NIP-" + Print.nip2(shop.nip()),
                "HIPERMARKET AUCHAN",
                shop.town() + "," + shop.street(),
                "TEL.(0-" + till.digits(2) + ") " + till.digits(2) + "-" + till.digits(2) + "-" + till.digits(3),
                "AUCHAN POLSKA SP.Z O.O.",
                "UL. PUŁAWSKA 46 05-500 PIASECZNO");
        till.sheet.pair(till.day("yyyy-MM-dd"), till.number(5));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        FiscalParts.taxes(till, "SPRZEDAŻ OPODATK. %s", "PTU %s %s,00 %%", "SUMA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        FiscalParts.identity(till, "");
        FiscalParts.payment(till, "GOTÓWKA", "KARTY PLAT.", "RESZTA", " PLN");
        till.sheet.pair("Nr transakcji: " + till.digits(4), "Kasa:" + till.purchase.till());
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.cut(Print.upper(line.goods().name()), 20);
        till.sold(line, name);
        till.sheet.pair(name, FiscalParts.counted(line, " x", " "));
        if (line.voided()) {
            FiscalParts.storno(till, line, name, " x");
        }
        if (line.rebate() != null) {
            till.sheet.pair("  Rabat", Print.minus(line.discount()) + line.letter());
        }
    }
}
