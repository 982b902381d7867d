package pl.paragon.benchmarks.purchase;

import java.time.LocalDate;
import java.util.List;

/**
 * What is bought in a kind of shop, and how.
 *
 * @param most lines of goods
 * @param rebates how many of a hundred lines are lowered
 * @param labels what discounts are called there; empty if there are none
 * @param voids how many of a hundred receipts have a line that was cancelled
 * @param deposits whether packaging is charged for, from the day when the law began
 */
public record Habits(
        Goods goods,
        int fewest,
        int most,
        int rebates,
        List<String> labels,
        int voids,
        boolean deposits,
        LocalDate from,
        LocalDate to) {

    private static final LocalDate FROM = LocalDate.of(2019, 11, 2);
    private static final LocalDate TO = LocalDate.of(2026, 10, 30);

    public static Habits of(Goods goods, int fewest, int most) {
        return new Habits(goods, fewest, most, 0, List.of(), 0, false, FROM, TO);
    }

    public Habits lowering(int ofHundred, String... labels) {
        return new Habits(goods, fewest, most, ofHundred, List.of(labels), voids, deposits, from, to);
    }

    public Habits cancelling(int ofHundred) {
        return new Habits(goods, fewest, most, rebates, labels, ofHundred, deposits, from, to);
    }

    public Habits withDeposits() {
        return new Habits(goods, fewest, most, rebates, labels, voids, true, from, to);
    }

    public Habits since(int year) {
        return new Habits(goods, fewest, most, rebates, labels, voids, deposits, LocalDate.of(year, 1, 2), to);
    }
}
