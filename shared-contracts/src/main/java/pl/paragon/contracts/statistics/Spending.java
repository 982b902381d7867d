package pl.paragon.contracts.statistics;

import java.util.List;
import pl.paragon.contracts.receipt.Money;

/** What was spent on each of them: sums of different currencies are never added. */
public record Spending(List<Sum> sums) {

    public Spending {
        sums = List.copyOf(sums);
    }

    /**
     * @param key the month ({@code 2026-03}), category or shop; {@code null} if it is not legible
     * @param currency {@code null} if it is not legible
     * @param amount of those receipts or lines of goods whose amount is legible
     * @param count how many receipts, or lines of goods, these are
     * @param illegible how many more there are whose amount is not legible
     */
    public record Sum(String key, String currency, Money amount, long count, long illegible) {}
}
