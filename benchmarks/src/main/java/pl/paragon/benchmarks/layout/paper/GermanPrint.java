package pl.paragon.benchmarks.layout.paper;

import java.util.random.RandomGenerator;
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

/** A German supermarket: pieces and weight in a row of their own, SUMME EUR, a table of tax. */
public final class GermanPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.GERMAN, 2, 16);

    @Override
    public String id() {
        return "german";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.german(lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 40, look());
        till.sheet
                .centre(shop.sign())
                .centre(shop.legal())
                .centre(shop.street())
                .centre(shop.town())
                .centre("UID Nr.: DE" + till.digits(9))
                .gap(0.5)
                .right("EUR");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.right("--------");
        till.sheet.boldPair(till.chance(50) ? "SUMME           EUR" : "SUMME EUR", Print.comma(till.purchase.total()));
        till.sheet.dashes();
        if (till.purchase.cash() == null) {
            till.sheet.pair("Geg. EC-Cash    EUR", Print.comma(till.purchase.total()));
        } else {
            till.sheet.pair("Geg. BAR        EUR", Print.comma(till.purchase.cash()));
            till.sheet.pair("Rückgeld BAR    EUR", Print.comma(till.purchase.change()));
        }
        till.sheet.gap(0.5).left("Steuer  %     Netto    Steuer    Brutto");
        till.purchase
                .sales()
                .forEach((letter, sales) -> till.sheet.pair(
                        letter + "= " + sales.rate() + ",0%",
                        "%9s %9s %9s"
                                .formatted(
                                        Print.comma(sales.net()),
                                        Print.comma(sales.tax()),
                                        Print.comma(sales.gross()))));
        till.sheet
                .gap(0.5)
                .left(till.day("dd.MM.yyyy") + "     " + till.time() + "     Bon-Nr.:" + till.digits(4))
                .left("Markt:" + till.digits(4) + "     Kasse:" + till.purchase.till() + "     Bed.:" + till.digits(6))
                .gap(0.5)
                .centre("Vielen Dank für Ihren Einkauf");
        return till.rendition("EUR");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.upper(line.goods().name());
        till.soldUncounted(line, name);
        till.sheet.pair(name, Print.comma(line.total()) + " " + line.letter());
        if (line.quantity().intValue() > 1) {
            till.sheet.indented(8, line.quantity().intValue() + " Stk x    " + Print.comma(line.unitPrice()));
        }
    }
}
