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

/** An English shop: the day first, pieces below the line, SUBTOTAL and TOTAL in pounds. */
public final class EnglishPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.ENGLISH, 2, 14);

    @Override
    public String id() {
        return "english";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.english(lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 36, look());
        till.sheet
                .centre(shop.sign())
                .centre(shop.street() + ", " + shop.town())
                .centre("VAT NO: GB " + till.digits(9))
                .centre("TEL: 0" + till.digits(4) + " " + till.digits(6))
                .gap(0.5)
                .pair("Date: " + till.day("dd/MM/yyyy"), "Time: " + till.time())
                .pair("Receipt No: " + till.number(6), "Till: " + till.purchase.till())
                .dashes();
        till.purchase.lines().forEach(line -> item(till, line));
        till.sheet.dashes();
        if (till.chance(60)) {
            till.sheet.pair("SUBTOTAL", Print.dot(till.purchase.total()));
        }
        till.sheet.large("TOTAL", "£" + Print.dot(till.purchase.total()));
        if (till.purchase.cash() == null) {
            till.sheet.pair("VISA DEBIT", Print.dot(till.purchase.total()));
        } else {
            till.sheet.pair("CASH", Print.dot(till.purchase.cash()));
            till.sheet.pair("CHANGE", Print.dot(till.purchase.change()));
        }
        till.sheet.gap(0.5).centre("Thank you for shopping with us").centre("Please keep your receipt");
        return till.rendition("GBP");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = line.goods().name();
        till.soldUncounted(line, name);
        till.sheet.pair(name, Print.dot(line.total()));
        if (line.quantity().intValue() > 1) {
            till.sheet.indented(3, line.quantity().intValue() + " @ £" + Print.dot(line.unitPrice()));
        }
    }
}
