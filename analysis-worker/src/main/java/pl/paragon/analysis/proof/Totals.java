package pl.paragon.analysis.proof;

import java.util.Map;

/**
 * The summary as the equations read it.
 *
 * @param total the fiscal total, or {@code null} where none is legible
 * @param totalCost what reading it so costs
 * @param gross sales by letter
 * @param tax by letter
 * @param taxTotal or {@code null}
 * @param grossSumsToTotal whether the letters sum to the total; {@code null} where that cannot be formed
 * @param taxesSum whether the taxes sum to their printed sum; {@code null} where that cannot be formed
 * @param taxHolds by letter: whether the tax follows from the sales
 * @param cost of reading the whole summary so
 * @param margin by how much the next best reading with another total is dearer
 */
public record Totals(
        Long total,
        double totalCost,
        Map<Character, Long> gross,
        Map<Character, Long> tax,
        Long taxTotal,
        Boolean grossSumsToTotal,
        Boolean taxesSum,
        Map<Character, Boolean> taxHolds,
        double cost,
        double margin) {}
