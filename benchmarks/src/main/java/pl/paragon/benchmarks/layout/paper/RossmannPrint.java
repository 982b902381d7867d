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
import pl.paragon.contracts.receipt.Money;

/** A mark after the name, the discounts of the club at the end by name, and hints that a price is lowered already. */
public final class RossmannPrint implements Layout {

    private static final Habits HABITS = Habits.of(Goods.DRUGSTORE, 1, 12).lowering(22, "Rabat KLUB", "Rabat");

    @Override
    public String id() {
        return "rossmann";
    }

    @Override
    public Look look() {
        return Look.THERMAL;
    }

    @Override
    public Rendition draw(RandomGenerator lot) {
        Shop shop = Shop.ofChain("Rossmann", "ROSSMANN", "Rossmann SDP Sp. z o.o.", "7270019183", lot);
        Till till = new Till(new Shopping(HABITS, lot).at(shop), lot, 36, look());
        FiscalParts.head(
                till,
                "NIP " + Print.nip3(shop.nip()),
                "ROSSMANN",
                "Rossmann SDP Sp. z o.o.",
                "91-222 Łódź ul. Św. Teresy 109",
                "Drogeria " + shop.street(),
                shop.town());
        till.sheet.pair(till.day("dd-MM-yyyy"), "nr wydr." + till.number(6));
        till.sheet.title("PARAGON FISKALNY");
        for (PurchaseLine line : till.purchase.lines()) {
            item(till, line, name(line));
        }
        for (PurchaseLine line : till.purchase.lines()) {
            if (line.rebate() != null) {
                till.sheet.pair(
                        line.rebate().label() + " " + Print.cut(name(line), 14),
                        Print.minus(line.discount()) + line.letter());
            }
        }
        till.sheet.dashes();
        FiscalParts.taxes(till, "SPRZEDAŻ OPODATKOWANA %s", "PTU %s %s %%", "SUMA PTU");
        till.sheet.large("SUMA PLN", Print.comma(till.purchase.total()));
        till.sheet.left("ROZLICZENIE PŁATNOŚCI");
        FiscalParts.payment(till, "GOTÓWKA", "KARTA", "RESZTA", " PLN");
        FiscalParts.identity(till, "");
        till.sheet.gap(0.4).centre("Dziękujemy i zapraszamy");
        FiscalParts.slip(till);
        return till.rendition("PLN");
    }

    private static String name(PurchaseLine line) {
        return Print.cut(Print.upper(line.goods().name()), 17);
    }

    private static void item(Till till, PurchaseLine line, String name) {
        till.soldUncounted(line, name);
        String price = Print.comma(line.total()) + line.letter();
        boolean one = line.quantity().intValue() == 1;
        till.sheet.pair(
                name, one ? "\\" + till.digits("ABKLWZ", 2) + " " + price : FiscalParts.counted(line, " x", " "));
        if (line.rebate() == null && till.chance(12)) {
            till.sheet.left(
                    " Uwzgl. rabat: -3,00 st. c " + Print.comma(line.unitPrice().plus(Money.ofGrosze(300))));
        }
    }
}
