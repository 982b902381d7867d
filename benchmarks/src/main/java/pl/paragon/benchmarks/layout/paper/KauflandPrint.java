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

/** The discount of the card below its line, all discounts together, packaging after the fiscal total. */
public final class KauflandPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.GROCERY, 3, 16)
            .lowering(18, "Cena z kartą", "Rabat 30%")
            .withDeposits();

    @Override
    public String id() {
        return "kaufland";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop =
                Shop.ofChain("Kaufland", "Kaufland", "Kaufland Polska Markety Sp. z o.o. Sp. k.", "8992367273", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 36, look());
        FiscalParts.head(
                till,
                "NIP " + Print.nip3(shop.nip()),
                "Kaufland Polska Markety",
                "Sp. z o.o. Sp. k.",
                shop.street(),
                shop.town(),
                "Nr BDO 000013346");
        till.sheet.pair(till.day("yyyy-MM-dd") + " " + till.time(), till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        till.purchase.lines().forEach(line -> item(till, line));
        if (till.chance(60)) {
            till.sheet.left("Podsuma:").right(Print.comma(till.purchase.total()));
        }
        if (till.purchase.discounts().grosze() > 0) {
            till.sheet.pair("OPUSTY ŁĄCZNIE", Print.minus(till.purchase.discounts()));
        }
        till.sheet.dashes();
        FiscalParts.taxes(till, "SPRZEDAŻ OPODATKOWANA %s", "PTU %s %s,00 %%", "SUMA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        FiscalParts.identity(till, "yyyy-MM-dd");
        FiscalParts.deposits(till);
        FiscalParts.payment(till, "Gotówka", "Karta", "Reszta", " PLN");
        till.sheet
                .pair("Nr transakcji:", till.digits(8))
                .gap(0.4)
                .centre("Twoje dzisiejsze korzyści")
                .centre("Punkty podstawowe:")
                .centre(till.digits(2))
                .centre("Kaufland - jakość i świeżość");
        return till.rendition("PLN");
    }

    private static void item(Till till, PurchaseLine line) {
        String name = Print.together(line.goods().name(), 17);
        String quantity = line.weighed()
                ? Print.comma(line.quantity()) + "kg"
                : line.quantity().intValue() + "szt.";
        String mark = line.letter().equals("A") ? "H" : "t";
        till.sold(line, name);
        till.sheet.pair(
                name,
                mark + " " + quantity + " x" + Print.comma(line.unitPrice()) + " " + Print.comma(line.total())
                        + line.letter());
        if (line.rebate() != null) {
            till.sheet.pair("OPUST " + line.rebate().label(), Print.minus(line.discount()) + line.letter());
        }
    }
}
