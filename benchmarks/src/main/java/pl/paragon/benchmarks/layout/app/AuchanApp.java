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
import pl.paragon.benchmarks.purchase.PurchaseLine;
import pl.paragon.benchmarks.purchase.Shop;
import pl.paragon.benchmarks.purchase.Shopping;

/** White on dark; an article number and the letter are part of the name; all discounts at the end, by name. */
public final class AuchanApp implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 3, 18).lowering(20, "Rabat").since(2022);

    @Override
    public String id() {
        return "auchan-app";
    }

    @Override
    public Look look() {
        return Look.SCREEN_DARK;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Auchan", "HIPERMARKET AUCHAN", "AUCHAN POLSKA SP. Z O.O.", "5260309174", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 40, look());
        till.sheet.gap(1);
        FiscalParts.head(
                till,
                "NIP: " + Print.nip2(shop.nip()),
                "HIPERMARKET AUCHAN",
                Print.upper(shop.town() + " " + shop.street()),
                "AUCHAN POLSKA SP. Z O.O.",
                "UL PUŁAWSKA 46, 05-500 PIASECZNO");
        till.sheet.dashes().centre("NIEFISKALNY").dashes().left(till.day("yyyy-MM-dd"));
        StringBuilder[] names = till.purchase.lines().stream()
                .map(line -> new StringBuilder(name(till, line)))
                .toArray(StringBuilder[]::new);
        for (int i = 0; i < names.length; i++) {
            PurchaseLine line = till.purchase.lines().get(i);
            till.sold(line, names[i].toString());
            till.sheet.pair(names[i].toString(), FiscalParts.counted(line, " x", " "));
        }
        for (int i = 0; i < names.length; i++) {
            PurchaseLine line = till.purchase.lines().get(i);
            if (line.rebate() != null) {
                till.sheet.pair("Rabat " + names[i], Print.minus(line.discount()) + line.letter());
            }
        }
        till.sheet.dashes();
        FiscalParts.taxes(till, "SPRZEDAŻ OPODATK. %s", "PTU %s %s,00 %%", "SUMA PTU");
        till.sheet
                .large("SUMA PLN", Print.comma(till.purchase.total()))
                .dashes()
                .pair("     #" + till.digits(3) + " " + till.digits(8), till.time());
        FiscalParts.payment(till, "GOTÓWKA", "Karty plat.", "RESZTA", " PLN");
        till.sheet.gap(0.5);
        if (till.purchase.discounts().grosze() > 0) {
            till.sheet.pair("Udzielono łącznie rabatów:", Print.comma(till.purchase.discounts()));
        }
        till.sheet
                .left("Nr transakcji: " + till.digits(4) + " Kasa:" + till.digits(3))
                .bars(lot.nextLong());
        return till.rendition("PLN");
    }

    private static String name(Till till, PurchaseLine line) {
        String name = Print.cut(Print.upper(line.goods().name()), 12);
        return till.chance(70)
                ? name + " " + till.digits(6) + line.letter()
                : Print.together(line.goods().name(), 19);
    }
}
