package pl.paragon.analysis.draft;

import java.util.List;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.rows.Trace;

/**
 * A line of goods.
 *
 * @param name as printed
 * @param tidyName without a tax letter printed before it
 * @param code an article number printed in it, or {@code null}
 * @param quantity in thousandths, or {@code null} if none is legible
 * @param unit or {@code null}
 * @param unitPrice in grosze, or {@code null}
 * @param priced whether quantity and unit price are printed on this line, legible or not
 * @param total in grosze, or {@code null} if it is not legible
 * @param letters what its tax letter may be, the most probable first; empty if none is printed
 * @param voids whether it takes back an earlier line (storno)
 * @param reduced the value after the discount under the line, if that is printed on a row of its own; otherwise
 *     {@code null}
 */
public record DraftItem(
        String name,
        String tidyName,
        String code,
        Figure quantity,
        String unit,
        Figure unitPrice,
        boolean priced,
        Figure total,
        List<Letter> letters,
        boolean voids,
        Figure reduced,
        Trace trace) {

    public DraftItem {
        letters = List.copyOf(letters);
    }

    /** For receipts whose letters are not those of the Polish tariff. */
    public DraftItem withoutLetters() {
        return new DraftItem(
                name, tidyName, code, quantity, unit, unitPrice, priced, total, List.of(), voids, reduced, trace);
    }

    public DraftItem withReduced(Figure value) {
        return new DraftItem(
                name, tidyName, code, quantity, unit, unitPrice, priced, total, letters, voids, value, trace);
    }

    public DraftItem withCount(Figure count, String printedUnit, Figure price) {
        return new DraftItem(
                name, tidyName, code, count, printedUnit, price, true, total, letters, voids, reduced, trace);
    }

    public DraftItem withName(String printed, String tidy) {
        return new DraftItem(
                printed, tidy, code, quantity, unit, unitPrice, priced, total, letters, voids, reduced, trace);
    }
}
