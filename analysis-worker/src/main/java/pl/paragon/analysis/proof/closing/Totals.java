package pl.paragon.analysis.proof.closing;

import java.util.Map;
import pl.paragon.contracts.receipt.Holds;

/**
 * The summary as the equations read it.
 *
 * @param total the fiscal total, or {@code null} if none is legible
 * @param gross sales by letter
 * @param tax by letter
 * @param taxTotal or {@code null}
 * @param grossSumsToTotal whether the letters sum to the total
 * @param taxesSum whether the taxes sum to their printed sum
 * @param taxHolds by letter: whether the tax follows from the sales
 * @param cost of reading the whole summary so
 * @param margin by how much the next best reading with another total is dearer
 */
public record Totals(
        Long total,
        Map<Character, Long> gross,
        Map<Character, Long> tax,
        Long taxTotal,
        Holds grossSumsToTotal,
        Holds taxesSum,
        Map<Character, Holds> taxHolds,
        double cost,
        double margin) {

    /** No total is legible. */
    public static Totals illegible(Long taxTotal) {
        return new Totals(null, Map.of(), Map.of(), taxTotal, Holds.UNKNOWN, Holds.UNKNOWN, Map.of(), 0, 0);
    }

    /** A total that no tax table confirms. */
    public static Totals withoutTable(long total, Long taxTotal, double cost, double margin) {
        return new Totals(total, Map.of(), Map.of(), taxTotal, Holds.UNKNOWN, Holds.UNKNOWN, Map.of(), cost, margin);
    }
}
