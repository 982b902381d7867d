package pl.paragon.contracts.statistics;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The body of {@code POST /internal/statistics/spending}.
 *
 * @param submitter whose receipts
 * @param from the first day, or {@code null}
 * @param to the last day, or {@code null}
 */
public record SpendingQuery(String submitter, SpendingBy by, LocalDate from, LocalDate to) {

    public SpendingQuery {
        Objects.requireNonNull(submitter, "a query needs whose receipts are meant");
        Objects.requireNonNull(by, "a query needs what to sum by");
    }
}
