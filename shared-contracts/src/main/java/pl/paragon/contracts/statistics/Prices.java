package pl.paragon.contracts.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;

/**
 * What goods cost, the latest first.
 *
 * @param more whether there are older ones that are not told
 */
public record Prices(List<Paid> prices, boolean more) {

    /** The most that are told. */
    public static final int MOST = 500;

    public Prices {
        prices = List.copyOf(prices);
    }

    /**
     * A line of goods. What is not legible is {@code null}.
     *
     * @param unitPrice as printed, before discounts
     * @param netPrice of the whole line, after its discounts
     */
    public record Paid(
            JobId jobId,
            LocalDate day,
            String storeName,
            String name,
            BigDecimal quantity,
            String unit,
            Money unitPrice,
            Money netPrice,
            String currency) {}
}
