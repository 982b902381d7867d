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
 * Two rows for each line: the name, then quantity, price and value with the letter; discounts with the lowered value
 * below.
 */
public final class DinoPrint implements Layout {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 3, 14).lowering(12, "OPUST", "UPUST").withDeposits();

    @Override
    public String id() {
        return "dino";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Dino", "DINO", "DINO POLSKA S.A.", "6211766191", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 38, look());
        FiscalParts.head(
                till,
                "NIP 621-17-66-191",
                "DINO POLSKA S.A.",
                "ul. Ostrowska 122, 63-700 Krotoszyn",
                "Market " + shop.town(),
                shop.street());
        till.sheet.pair(till.day("yyyy-MM-dd") + " " + till.time(), till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        FiscalParts.taxes(till, "Sprzedaż opodatkowana %s", "Kwota PTU %s %s%%", "Suma PTU");
        till.sheet.large("Suma: PLN", Print.comma(till.purchase.total()));
        FiscalParts.deposits(till);
        FiscalParts.payment(till, "Gotówka PLN", "Karta PLN", "Reszta PLN", "");
        FiscalParts.identity(till, "yyyy-MM-dd");
        till.sheet.centre("Dziękujemy za zakupy!").centre("Najbliżej Ciebie");
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = line.goods().name();
        till.sold(line, name);
        till.sheet.left(name).right(FiscalParts.counted(line, " x ", " = "));
        if (line.rebate() != null) {
            till.sheet.pair("  " + line.rebate().label(), Print.minus(line.discount()) + line.letter());
            till.sheet.right(Print.comma(line.net()) + line.letter());
        }
    }
}
