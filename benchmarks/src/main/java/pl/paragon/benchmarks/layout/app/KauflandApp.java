package pl.paragon.benchmarks.layout.app;

import java.util.random.RandomGenerator;
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

/**
 * The app's summary: a proportional face, one price for each line and nothing else, a table of tax with gross, net and
 * tax.
 */
public final class KauflandApp implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 3, 18).lowering(15, "Cena z kartą").since(2023);

    @Override
    public String id() {
        return "kaufland-app";
    }

    @Override
    public Look look() {
        return Look.SCREEN;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop =
                Shop.ofChain("Kaufland", "Kaufland", "Kaufland Polska Markety Sp. z o.o. Sp. k.", "8992367273", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 40, look());
        till.sheet
                .sign("Kaufland")
                .gap(0.6)
                .row(1.2, true, new Cell("Podsumowanie zakupów", 20, Align.CENTRE))
                .centre("Kaufland " + shop.town().substring(7))
                .centre(shop.street())
                .centre(shop.town().substring(7))
                .gap(0.6)
                .row(1, true, new Cell("Cena w", 40, Align.RIGHT));
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.row(
                1.3,
                true,
                new Cell("Suma", 0, Align.LEFT),
                new Cell("none", 19, Align.LEFT),
                new Cell(Print.comma(till.purchase.total()), 40, Align.RIGHT));
        till.sheet.gap(0.4);
        row(till, true, "", "Podatek", "Brutto", "Netto", "Podatek");
        String order = till.chance(50) ? "CBA" : "ABC";
        for (String letter : order.split("")) {
            var sales = till.purchase.sales().get(letter);
            if (sales != null) {
                row(
                        till,
                        false,
                        letter,
                        sales.rate() + " %",
                        Print.comma(sales.gross()),
                        Print.comma(sales.net()),
                        Print.comma(sales.tax()));
            }
        }
        till.sheet
                .rule()
                .left("Za ten zakup otrzymałeś " + till.digits("123456789", 2) + " punkty.")
                .rule()
                .boldPair("Numer Kaufland Card", "XXXXX" + till.digits(4))
                .rule()
                .pair("Data: " + till.day("dd.MM.yyyy"), "Czas: " + till.time())
                .rule()
                .left("Podsumowanie zakupów: " + till.number(5))
                .bars(lot.nextLong());
        return till.renditionWithoutNip();
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.together(line.goods().name(), 20);
        till.soldFor(line, name);
        till.sheet
                .row(1.3, true, new Cell(name, 0, Align.LEFT), new Cell(Print.comma(line.net()), 40, Align.RIGHT))
                .rule();
    }

    private static void row(Till till, boolean bold, String... parts) {
        till.sheet.row(
                1.2,
                bold,
                new Cell(parts[0], 6, Align.LEFT),
                new Cell(parts[1], 8, Align.LEFT),
                new Cell(parts[2], 23, Align.RIGHT),
                new Cell(parts[3], 31, Align.RIGHT),
                new Cell(parts[4], 40, Align.RIGHT));
    }
}
