package pl.paragon.benchmarks.layout;

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
}
