package pl.paragon.benchmarks.layout;

import java.util.List;
import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.layout.Sheet.Look;

/** One kind of receipt. */
public interface Layout {

    /** E.g. {@code lidl-app}. */
    String id();

    /** What its sheets are printed or shown with. */
    Look look();

    /** A receipt of this kind, drawn by lot. */
    Rendition draw(RandomGenerator lot);

    /** All kinds there are. */
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
