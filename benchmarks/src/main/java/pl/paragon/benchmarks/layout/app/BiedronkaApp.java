package pl.paragon.benchmarks.layout.app;

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

/** The app's export: five columns, quantities with a dot and three decimals, the tax letters in the order C, A, B. */
public final class BiedronkaApp implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 4, 22).lowering(22, "Rabat").since(2023);

    @Override
    public String id() {
        return "biedronka-app";
    }

    @Override
    public Look look() {
        return Look.SCREEN_FIXED;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Biedronka", "Biedronka", "Jeronimo Martins Polska S.A.", "7791011327", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 48, look());
        till.sheet
                .centre("NIEFISKALNY")
                .centre("Sklep " + till.digits(4) + " " + shop.town() + " " + shop.street())
                .centre(shop.legal())
                .centre("NIP: " + shop.nip())
                .gap(0.5)
                .pair(till.day("dd.MM.yyyy") + " " + till.time(), "nr " + till.number(6))
                .dashes();
        columns(till, "Nazwa", "PTU", "Ilość", "Cena", "Wartość");
        till.sheet.dashes();
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        for (String letter : new String[] {"C", "A", "B"}) {
            var sales = till.purchase.sales().get(letter);
            if (sales != null) {
                till.sheet.pair("Sprzedaż opodatkowana " + letter, Print.comma(sales.gross()));
                till.sheet.pair("PTU " + letter + " " + sales.rate() + "%", Print.comma(sales.tax()));
            }
        }
        till.sheet
                .pair("Suma PTU", Print.comma(till.purchase.tax()))
                .large("Suma PLN", Print.comma(till.purchase.total()))
                .pair("Kasa " + till.purchase.till() + " Kasjer", till.digits(2))
                .bars(lot.nextLong());
        FiscalParts.payment(till, "Gotówka", "Karta płatnicza", "Reszta", "");
        till.sheet.pair("Numer transakcji", till.digits(18));
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.together(line.goods().name(), 18);
        till.sold(line, name);
        columns(
                till,
                name,
                line.letter(),
                line.quantity().setScale(3).toPlainString() + " x",
                Print.comma(line.unitPrice()),
                Print.comma(line.total()));
        if (line.rebate() != null) {
            till.sheet.pair(line.rebate().label(), Print.minus(line.discount()));
            till.sheet.row(1, true, new Cell(Print.comma(line.net()), 48, Align.RIGHT));
        }
    }

    private static void columns(Till till, String name, String letter, String quantity, String price, String value) {
        till.sheet.row(
                1,
                false,
                new Cell(name, 0, Align.LEFT),
                new Cell(letter, 21, Align.LEFT),
                new Cell(quantity, 33, Align.RIGHT),
                new Cell(price, 40, Align.RIGHT),
                new Cell(value, 48, Align.RIGHT));
    }
}
