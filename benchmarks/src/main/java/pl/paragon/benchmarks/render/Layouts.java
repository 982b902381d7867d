package pl.paragon.benchmarks.render;

import java.util.List;
import pl.paragon.benchmarks.layout.Layout;
import pl.paragon.benchmarks.layout.app.AuchanApp;
import pl.paragon.benchmarks.layout.app.BiedronkaApp;
import pl.paragon.benchmarks.layout.app.KauflandApp;
import pl.paragon.benchmarks.layout.app.LidlApp;
import pl.paragon.benchmarks.layout.paper.AuchanPrint;
import pl.paragon.benchmarks.layout.paper.BiedronkaPrint;
import pl.paragon.benchmarks.layout.paper.CarrefourPrint;
import pl.paragon.benchmarks.layout.paper.DinoPrint;
import pl.paragon.benchmarks.layout.paper.EnglishPrint;
import pl.paragon.benchmarks.layout.paper.GermanPrint;
import pl.paragon.benchmarks.layout.paper.KauflandPrint;
import pl.paragon.benchmarks.layout.paper.LidlPrint;
import pl.paragon.benchmarks.layout.paper.RossmannPrint;
import pl.paragon.benchmarks.layout.paper.SmallShopPrint;
import pl.paragon.benchmarks.layout.paper.StokrotkaPrint;
import pl.paragon.benchmarks.layout.paper.ZabkaPrint;

/** All kinds of receipts, in the order in which they take turns. */
final class Layouts {

    private Layouts() {}

    static List<Layout> all() {
        return List.of(
                new BiedronkaPrint(),
                new BiedronkaApp(),
                new LidlPrint(),
                new LidlApp(),
                new AuchanPrint(),
                new AuchanApp(),
                new KauflandPrint(),
                new KauflandApp(),
                new RossmannPrint(),
                new CarrefourPrint(),
                new StokrotkaPrint(),
                new ZabkaPrint(),
                new DinoPrint(),
                new SmallShopPrint(),
                new GermanPrint(),
                new EnglishPrint());
    }
}
